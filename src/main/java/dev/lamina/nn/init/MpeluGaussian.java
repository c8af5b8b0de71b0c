package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * He's rule widened to activations with a negative part of slope αβ at zero:
 *   standard deviation = √( 2 / (fan · (1 + α²β²)) )
 * α = 0 gives {@link He}, PReLU has αβ = a, a linear unit (αβ = 1) half the variance. Source: MPELU paper, eq. 22. The
 * activation is the one before the layer for fan-in, behind it for fan-out (He et al. 2015, sections 2.2), and both count
 * half for the average.
 */
@JsonTypeName("mpelu")
@Origin(formula = "w ∼ N(0, 2 / (k² c (1 + α²β²)))", source = "Li, Fan, Li, Wu, Ming 2018, eq. 22")
public record MpeluGaussian(
        @Setting(defaultValue = "\"fan-in\"", meaning = "which fan counts")
        FanMode mode) implements ZeroMeanGaussian {
    @Override
    public double standardDeviation(ParameterSpec weight, double negativeSlope) {
        return Math.sqrt(2 / (mode.fan(weight) * (1 + negativeSlope * negativeSlope)));
    }
}
