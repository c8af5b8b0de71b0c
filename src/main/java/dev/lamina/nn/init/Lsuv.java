package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.HostTensor;
import java.util.random.RandomGenerator;

/**
 * Layer-sequential unit variance: orthogonal weights (gain 1), then layer by layer W ← W / √Var(output) until the output
 * on the first training batch has the variance 1. Source: Mishkin, Matas 2016, algorithm 1. This record draws the
 * orthogonal part; the scaling needs data and is training's first act.
 */
@JsonTypeName("lsuv")
@Origin(formula = "Var(W x) = 1", source = "Mishkin, Matas 2016, algorithm 1")
public record Lsuv(
        @Setting(
                defaultValue = "0.1",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true,
                meaning = "how far the variance of a layer's output may be from 1")
        double tolerance,

        @Setting(defaultValue = "10", min = 1, max = 1000, meaning = "scalings of a layer at most")
        int iterations)
        implements Initializer {
    @Override
    public HostTensor draw(ParameterSpec weight, double negativeSlope, RandomGenerator random) {
        return new Orthogonal(1).draw(weight, negativeSlope, random);
    }
}
