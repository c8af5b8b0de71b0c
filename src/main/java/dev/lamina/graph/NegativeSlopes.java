package dev.lamina.graph;

import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.layer.ActivationLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The slope a at zero of the negative part of the activation that belongs to each layer. He et al. 2015: keeping the
 * variance forward (fan-in) takes the activation before the layer, x_l = f(y_{l−1}), keeping it backward (fan-out) the one
 * behind it, Δy_l = f′(y_l) Δx_{l+1}; for the mean of the two fans a² is the mean of both. Beyond another weight layer no
 * activation counts. Where a side has none, as before the first layer or behind the classifier, the other side's counts; 1
 * where neither has one, for the layer is then linear on both sides.
 */
final class NegativeSlopes {
    private NegativeSlopes() {}

    /** In the order of the layers. */
    static List<Double> of(ResolvedNetwork network, FanMode mode) {
        List<Optional<Double>> before = preceding(network.layers());
        List<Optional<Double>> behind = following(network.layers());
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Optional<Double> other = behind.get(i);
            double forward = before.get(i).or(() -> other).orElse(1.0);
            double backward = other.orElse(forward);
            slopes.add(
                    switch (mode) {
                        case FAN_IN -> forward;
                        case FAN_OUT -> backward;
                        case AVERAGE ->
                            forward == backward ? forward : Math.sqrt((forward * forward + backward * backward) / 2);
                    });
        }
        return slopes;
    }

    private static List<Optional<Double>> preceding(List<ResolvedLayer> layers) {
        List<Optional<Double>> preceding = new ArrayList<>();
        for (ResolvedLayer layer : layers) {
            Optional<Double> before = Optional.empty();
            for (int input : layer.inputs()) {
                if (input != ResolvedNetwork.INPUT && before.isEmpty()) {
                    before = slopeThrough(layers.get(input), preceding.get(input));
                }
            }
            preceding.add(before);
        }
        return preceding;
    }

    private static List<Optional<Double>> following(List<ResolvedLayer> layers) {
        List<Optional<Double>> following = new ArrayList<>(Collections.nCopies(layers.size(), Optional.empty()));
        for (int i = layers.size() - 1; i >= 0; i--) {
            Optional<Double> through = slopeThrough(layers.get(i), following.get(i));
            for (int input : layers.get(i).inputs()) {
                if (input != ResolvedNetwork.INPUT && through.isPresent()) {
                    following.set(input, through);
                }
            }
        }
        return following;
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
