package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** f(y) = max(y, 0) + λ min(y, 0) with a fixed slope λ. */
@JsonTypeName("leaky-relu")
@Origin(formula = "f(y) = max(y, 0) + λ min(y, 0)", source = "Maas, Hannun, Ng 2013")
public record LeakyRelu(
        @Setting(defaultValue = "0.01", min = 0, max = 1, meaning = "slope λ of the negative part")
        double slope) implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return y > 0 ? y : slope * y;
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return y > 0 ? 1 : slope;
    }

    @Override
    public double negativeSlopeAtZero() {
        return slope;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return Math.max(1, slope);
    }
}
