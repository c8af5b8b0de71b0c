package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** f(y) = y. */
@JsonTypeName("identity")
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
