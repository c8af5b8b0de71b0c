package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;

/** f(y) = max(y, 0). */
@JsonTypeName("relu")
@Origin(formula = "f(y) = max(y, 0)", source = "Nair, Hinton 2010")
public record Relu() implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return Math.max(y, 0);
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return y > 0 ? 1 : 0;
    }

    @Override
    public double negativeSlopeAtZero() {
        return 0;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return 1;
    }
}
