package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;

/**
 * The hyperbolic tangent: f(y) = tanh y, f′ = 1 − f² = 4 e^{−2|y|} / (1 + e^{−2|y|})². Source: LeCun, Bottou, Orr, Müller
 * 1998, "Efficient backprop", section 4.4, without its two scales.
 */
@JsonTypeName("tanh")
@Origin(formula = "f(y) = tanh y", source = "LeCun et al. 1998, Efficient BackProp")
public record Tanh() implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return Math.tanh(y);
    }

    @Override
    public double derivative(double y, double[] parameters) {
        double e = Math.exp(-2 * Math.abs(y));
        return 4 * e / ((1 + e) * (1 + e));
    }

    @Override
    public double negativeSlopeAtZero() {
        return 1;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return 1;
    }
}
