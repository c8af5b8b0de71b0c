package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** One standard deviation for all weights, whatever their fan. */
@JsonTypeName("gaussian")
@Origin(formula = "w ∼ N(0, s²)", source = "Krizhevsky, Sutskever, Hinton 2012")
public record Gaussian(
        @Setting(defaultValue = "0.01", min = 0, minExclusive = true, meaning = "standard deviation of every weight")
        double standardDeviation)
        implements ZeroMeanGaussian {
    @Override
    public double standardDeviation(ParameterSpec weight, double negativeSlope) {
        return standardDeviation;
    }
}
