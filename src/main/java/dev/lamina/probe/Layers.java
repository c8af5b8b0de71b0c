package dev.lamina.probe;

import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the layer that a probe looks at. */
final class Layers {
    private Layers() {}

    /**
     * The layer of a name, the first possible one for null.
     *
     * @throws BadInputException that lists the possible ones, if it is none of them
     */
    static ResolvedLayer named(ResolvedNetwork network, @Nullable String name, List<ResolvedLayer> possible) {
        if (name == null && !possible.isEmpty()) {
            return possible.getFirst();
        }
        return possible.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("layer: "
                        + (possible.isEmpty() ? "the network has none" : "there is no '" + name + "'")
                        + "; choose one of "
                        + (possible.isEmpty() ? network.layers() : possible)
                                .stream().map(ResolvedLayer::name).collect(Collectors.joining(", "))));
    }
}
