package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** Variance 2 / fan, as if every activation were ReLU. Source: He et al. 2015, eq. 10 (fan-in) and 14 (fan-out). */
@JsonTypeName("he")
@Origin(formula = "w ∼ N(0, 2 / fan)", source = "He et al. 2015, eqs. 10 and 14")
public record He(
        @Setting(defaultValue = "\"fan-in\"", meaning = "which fan counts")
        FanMode mode) implements ZeroMeanGaussian {
    @Override
    public double standardDeviation(ParameterSpec weight, double negativeSlope) {
        return Math.sqrt(2 / mode.fan(weight));
    }
}
