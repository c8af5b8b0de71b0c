package dev.lamina.graph;

import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.layer.ActivationLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The slope at zero of the negative part of the activation that belongs to each layer: of the one that follows it with
 * no other weight layer between; where none follows, as after the classifier, of the one before it; 1 where there is
 * neither, for the layer is then linear on both sides.
 */
final class NegativeSlopes {
    private NegativeSlopes() {}

    /** In the order of the layers. */
    static List<Double> of(ResolvedNetwork network) {
        List<ResolvedLayer> layers = network.layers();
        List<Optional<Double>> following = new ArrayList<>(Collections.nCopies(layers.size(), Optional.empty()));
        for (int i = layers.size() - 1; i >= 0; i--) {
            Optional<Double> through = slopeThrough(layers.get(i), following.get(i));
            for (int input : layers.get(i).inputs()) {
                if (input != ResolvedNetwork.INPUT && through.isPresent()) {
                    following.set(input, through);
                }
            }
        }
        List<Optional<Double>> preceding = new ArrayList<>();
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Optional<Double> before = Optional.empty();
            for (int input : layers.get(i).inputs()) {
                if (input != ResolvedNetwork.INPUT && before.isEmpty()) {
                    before = slopeThrough(layers.get(input), preceding.get(input));
                }
            }
            preceding.add(before);
            Optional<Double> nearest = before;
            slopes.add(following.get(i).or(() -> nearest).orElse(1.0));
        }
        return slopes;
    }

    /** What a neighbor sees through this layer, given what the layer sees on its far side. */
    private static Optional<Double> slopeThrough(ResolvedLayer layer, Optional<Double> beyond) {
        if (layer.layer() instanceof ActivationLayer(var activation)) {
            return Optional.of(activation.negativeSlopeAtZero());
        }
        boolean hasWeights = layer.layer().parameters(layer.inputShapes()).stream()
                .anyMatch(spec -> spec.role() == ParameterRole.WEIGHT);
        return hasWeights ? Optional.empty() : beyond;
    }
}
