package dev.lamina.graph;

import dev.lamina.message.Message;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The layers that a constraint on weights holds for. Where a normalization follows the classifier, and under weight
 * normalization, whose gains leave every function possible: every convolution and linear layer (Li, Chen, Yang, section
 * 4.3). Else those whose output batch normalizations read and nothing else does, so that the norm of their weights does not
 * matter to the network's function.
 */
public final class ConstrainedLayers {
    private ConstrainedLayers() {}

    /** Their names in the order of the network; none where it has no constraint. */
    public static Set<String> of(ResolvedNetwork network) {
        return network.equalNorm()
                .map(constraint -> constrained(network, constraint.type()))
                .orElse(Set.of());
    }

    /**
     * The network under a constraint.
     *
     * @throws BadInputException if no layer can be constrained, or one has too few weights to be centered
     */
    public static ResolvedNetwork constrain(ResolvedNetwork network, EqualNorm constraint) {
        Set<String> names = constrained(network, constraint.type());
        if (names.isEmpty()) {
            throw new BadInputException(Message.of("graph.noneNormalized"));
        }
        List<ResolvedLayer> layers = new ArrayList<>();
        for (ResolvedLayer layer : network.layers()) {
            layers.add(names.contains(layer.name()) ? constrain(layer, constraint) : layer);
        }
        return network.with(constraint, layers);
    }

    private static ResolvedLayer constrain(ResolvedLayer layer, EqualNorm constraint) {
        Shape weight = layer.parameters().stream()
                .filter(spec -> spec.role() == ParameterRole.WEIGHT)
                .map(ParameterSpec::shape)
                .findFirst()
                .orElseThrow();
        long weights = constraint.type().byRow() ? weight.size() / weight.axis(0) : weight.size();
        if (constraint.type().centered() && weights < 2) {
            throw new BadInputException(Message.of("graph.singleWeight").at(layer.name()));
        }
        return layer.with(constraint.gain(weight.axis(0)));
    }

    private static Set<String> constrained(ResolvedNetwork network, EqualNormForm form) {
        boolean every = form == EqualNormForm.WEIGHT_NORMALIZATION
                || (form.equalNorm() && network.head().normalizesLogits());
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < network.layers().size(); i++) {
            ResolvedLayer layer = network.layers().get(i);
            if ((layer.layer() instanceof Conv2d || layer.layer() instanceof Linear)
                    && (every || onlyNormalized(network, i))) {
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
