package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.List;

/**
 * f(y) = max(y, 0) + a min(y, 0) with a trained slope a, not decayed (He et al. 2015).
 *   ∂f/∂y = 1 for y &gt; 0, a otherwise;   ∂f/∂a = min(y, 0)
 */
@JsonTypeName("prelu")
@Origin(formula = "f(y) = max(y, 0) + a_c min(y, 0)", source = "He et al. 2015, eq. 1")
public record Prelu(
        @Setting(defaultValue = "0.25", meaning = "slope a of the negative part before training")
        double initialSlope,

        @Setting(defaultValue = "\"channel\"", meaning = "whether each channel or the whole layer has one a")
        Sharing sharing)
        implements Activation {
    @Override
    public List<ActivationParameter> parameters() {
        return List.of(new ActivationParameter("slope", initialSlope, Double.NEGATIVE_INFINITY, 1, 0));
    }

    @Override
    public double value(double y, double[] parameters) {
        return y > 0 ? y : parameters[0] * y;
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return y > 0 ? 1 : parameters[0];
    }

    @Override
    public double parameterDerivative(int index, double y, double[] parameters) {
        return Math.min(y, 0);
    }

    @Override
    public double negativeSlopeAtZero() {
        return initialSlope;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return Math.max(1, Math.abs(parameters[0]));
    }
}
