package dev.lamina.probe;

import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
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
                .orElseThrow(() -> new BadInputException((possible.isEmpty()
                                ? Message.of("probe.noLayer", names(network.layers()))
                                : Message.of("probe.otherLayer", String.valueOf(name), names(possible)))
                        .at("layer")));
    }

    private static List<String> names(List<ResolvedLayer> layers) {
        return layers.stream().map(ResolvedLayer::name).toList();
    }
}
