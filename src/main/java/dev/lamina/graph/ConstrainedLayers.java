package dev.lamina.graph;

import dev.lamina.message.Message;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The layers that an equal-norm constraint holds for: convolutions and linear layers whose output batch normalizations
 * read and nothing else does, so that the norm of their weights does not matter to the network's function.
 */
public final class ConstrainedLayers {
    private ConstrainedLayers() {}

    /** Their names in the order of the network; none where it has no constraint. */
    public static Set<String> of(ResolvedNetwork network) {
        return network.equalNorm().isPresent() ? normalized(network) : Set.of();
    }

    /**
     * The network under a constraint.
     *
     * @throws BadInputException if no layer can be constrained, or one has too few weights to be centered
     */
    public static ResolvedNetwork constrain(ResolvedNetwork network, EqualNorm constraint) {
        Set<String> names = normalized(network);
        if (names.isEmpty()) {
            throw new BadInputException(Message.of("graph.noneNormalized"));
        }
        for (NamedParameter parameter : network.parameters()) {
            if (parameter.spec().role() == ParameterRole.WEIGHT && names.contains(parameter.layer())) {
                requireCenter(parameter, constraint);
            }
        }
        return network.with(constraint);
    }

    private static void requireCenter(NamedParameter parameter, EqualNorm constraint) {
        Shape shape = parameter.spec().shape();
        long weights = constraint.type().byRow() ? shape.size() / shape.axis(0) : shape.size();
        if (constraint.type().centered() && weights < 2) {
            throw new BadInputException(Message.of("graph.singleWeight").at(parameter.layer()));
        }
    }

    private static Set<String> normalized(ResolvedNetwork network) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < network.layers().size(); i++) {
            ResolvedLayer layer = network.layers().get(i);
            if ((layer.layer() instanceof Conv2d || layer.layer() instanceof Linear) && onlyNormalized(network, i)) {
                names.add(layer.name());
            }
        }
        return names;
    }

    private static boolean onlyNormalized(ResolvedNetwork network, int index) {
        List<ResolvedLayer> readers = network.layers().stream()
                .filter(layer -> layer.inputs().contains(index))
                .toList();
        return !readers.isEmpty() && readers.stream().allMatch(layer -> layer.layer() instanceof BatchNorm);
    }
}
