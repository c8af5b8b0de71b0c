package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.StateSpec;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;

/**
 * Batch normalization per channel (Ioffe, Szegedy 2015).
 *   training: y = γ (x − mean) / √(variance + ε) + β with the batch's mean and biased variance; the running values
 *   move as running ← (1 − momentum)·running + momentum·batch, with the unbiased variance (0 for a single value)
 *   test: the same with the running values, an affine map
 */
@JsonTypeName("batch-norm")
@Origin(formula = "y = γ (x − μ_B) / √(σ_B² + ε) + β", source = "Ioffe, Szegedy 2015, algorithm 1")
public record BatchNorm(
        @Setting(defaultValue = "1e-5", min = 0, minExclusive = true, meaning = "ε added to the variance")
        double epsilon,

        @Setting(defaultValue = "0.1", min = 0, max = 1, meaning = "weight of the batch in the running statistics")
        double momentum)
        implements Layer {
    public static final BatchNorm DEFAULT = new BatchNorm(1e-5, 0.1);

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.getFirst();
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int channels = inputs.getFirst().axis(0);
        return List.of(
                ParameterSpec.perChannel("scale", channels, ParameterRole.NORM_SCALE, 1),
                ParameterSpec.perChannel("shift", channels, ParameterRole.NORM_SHIFT, 0));
    }

    @Override
    public List<StateSpec> state(List<Shape> inputs) {
        Shape channels = Shape.of(inputs.getFirst().axis(0));
        return List.of(new StateSpec("runningMean", channels, 0), new StateSpec("runningVariance", channels, 1));
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return inputs.getFirst().size();
    }
}
