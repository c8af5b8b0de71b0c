package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Origin;

/** Variance 2 / (fan-in + fan-out). Source: Glorot, Bengio 2010, eq. 12, as a Gaussian. */
@JsonTypeName("xavier")
@Origin(formula = "w ∼ N(0, 2 / (n_in + n_out))", source = "Glorot, Bengio 2010, eq. 12")
public record Xavier() implements ZeroMeanGaussian {
    @Override
    public double standardDeviation(ParameterSpec weight, double negativeSlope) {
        return Math.sqrt(2.0 / (weight.fanIn() + weight.fanOut()));
    }
}
