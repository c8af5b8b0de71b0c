package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;

/** f(y) = y. */
@JsonTypeName("identity")
@Origin(formula = "f(y) = y")
public record Identity() implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return y;
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return 1;
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
