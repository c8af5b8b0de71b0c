package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;

/**
 * The logistic function: f(y) = σ(y) = 1 / (1 + e^{−y}), f′ = σ (1 − σ). Source: Rumelhart, Hinton, Williams 1986, "Learning
 * representations by back-propagating errors", eq. 2.
 */
@JsonTypeName("sigmoid")
@Origin(formula = "f(y) = 1 / (1 + e^(−y))", source = "Rumelhart, Hinton, Williams 1986")
public record Sigmoid() implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return of(y);
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return of(y) * of(-y);
    }

    @Override
    public double negativeSlopeAtZero() {
        return 0.25;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return 0.25;
    }

    /** σ(y), without a power that overflows. */
    static double of(double y) {
        double e = Math.exp(-Math.abs(y));
        return (y >= 0 ? 1 : e) / (1 + e);
    }
}
