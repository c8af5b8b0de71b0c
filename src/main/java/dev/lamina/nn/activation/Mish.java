package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;

/**
 * f(y) = y tanh(ln(1 + e^y)), f′ = t + y (1 − t²) σ(y) with t = tanh(ln(1 + e^y)). Source: Misra 2019, "Mish: a self
 * regularized non-monotonic activation function".
 */
@JsonTypeName("mish")
@Origin(formula = "f(y) = y tanh(ln(1 + e^y))", source = "Misra 2019")
public record Mish() implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return y * Math.tanh(softplus(y));
    }

    @Override
    public double derivative(double y, double[] parameters) {
        double t = Math.tanh(softplus(y));
        return t + y * (1 - t * t) * Sigmoid.of(y);
    }

    @Override
    public double negativeSlopeAtZero() {
        return 0.6;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return 1.0884982;
    }

    /** ln(1 + e^y). */
    private static double softplus(double y) {
        return Math.max(y, 0) + Math.log1p(Math.exp(-Math.abs(y)));
    }
}
