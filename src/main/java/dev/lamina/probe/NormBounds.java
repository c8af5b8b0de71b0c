package dev.lamina.probe;

import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Dropping;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.tensor.HostTensor;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/**
 * Upper bounds of GBR from the L weight layers' norms (Li, Chen, Yang, eq. 17), in log₁₀ because they overflow:
 *   GBR ≤ Π_i ‖Wⁱ‖_F² ≤ ((Σ_i ‖Wⁱ‖_F²) / L)^L
 * The second is what weight decay acts on. For convolutions ‖W‖_F is that of the kernel, not of the unrolled operator
 * the theorem needs, so there the numbers are norm products, not bounds; see {@link #holdsFor}.
 * Under an equal-norm constraint the weights are the effective ones.
 * Worked example: two layers with ‖W‖_F² = 1 and 100 have log₁₀ 2 and 2·log₁₀ 50.5 ≈ 3.407.
 */
public record NormBounds(double log10NormProduct, double log10WeightDecayBound) {
    /** @param values reads a parameter by its name */
    public static NormBounds of(ResolvedNetwork network, Function<String, HostTensor> values) {
        double log10Product = 0;
        double sum = 0;
        int layers = 0;
        Set<String> constrained = ConstrainedLayers.of(network);
        for (NamedParameter parameter : network.parameters()) {
            if (parameter.spec().role() == ParameterRole.WEIGHT) {
                HostTensor weights = values.apply(parameter.name());
                double squares = constrained.contains(parameter.layer())
                        ? effectiveSquares(network.equalNorm().orElseThrow(), weights, parameter, values)
                        : sumOfSquares(weights);
                log10Product += Math.log10(squares);
                sum += squares;
                layers++;
            }
        }
        return new NormBounds(log10Product, layers * (Math.log10(sum) - Math.log10(layers)));
    }

    /** Whether eq. 17 applies: a chain of linear layers and activations whose slope never exceeds 1. */
    public static boolean holdsFor(ResolvedNetwork network) {
        return network.layers().stream().allMatch(NormBounds::contracts);
    }

    private static boolean contracts(ResolvedLayer layer) {
        return switch (layer.layer()) {
            case Linear _, Flatten _, Dropping _ -> true;
            // Trained slopes may grow beyond 1.
            case ActivationLayer(var activation) ->
                activation.parameters().isEmpty() && activation.steepestSlope(new double[0]) <= 1;
            default -> false;
        };
    }

    private static double effectiveSquares(
            EqualNorm constraint, HostTensor raw, NamedParameter parameter, Function<String, HostTensor> values) {
        int rows = raw.shape().axis(0);
        double[] w = new double[raw.values().length];
        Arrays.setAll(w, i -> raw.values()[i]);
        double[] effective = constraint.effective(w, rows);
        float[] gains = constraint
                .gain(rows)
                .map(spec -> values.apply(parameter.layer() + "." + spec.name()).values())
                .orElse(new float[] {1});
        double squares = 0;
        for (int i = 0; i < effective.length; i++) {
            double scaled = gains[i / (effective.length / gains.length)] * effective[i];
            squares += scaled * scaled;
        }
        return squares;
    }

    private static double sumOfSquares(HostTensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += (double) value * value;
        }
        return sum;
    }
}
