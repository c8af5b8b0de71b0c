package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.random.RandomGenerator;

/**
 * x = λ x_i + (1 − λ) x_j with λ from Beta(α, α), one for a batch; targets alike. Source: Zhang et al. 2018, eq. 1 and its
 * released code, from which we have one λ a batch.
 */
@JsonTypeName("mixup")
@Origin(formula = "x = λ x_i + (1 − λ) x_j, λ ∼ Beta(α, α)", source = "Zhang et al. 2018, eq. 1")
public record Mixup(
        @Setting(
                defaultValue = "1.0",
                min = 0,
                minExclusive = true,
                max = 1000,
                meaning = "α of the distribution Beta(α, α) of λ; 1 is uniform, small values mix little")
        double alpha)
        implements Mixing {
    @Override
    public double apply(float[] images, float[] originals, int[] partners, Shape exampleShape, RandomGenerator random) {
        float share = (float) SymmetricBeta.draw(alpha, random);
        int length = Math.toIntExact(exampleShape.size());
        for (int n = 0; n < partners.length; n++) {
            int own = n * length;
            int other = partners[n] * length;
            for (int k = 0; k < length; k++) {
                images[own + k] = share * originals[own + k] + (1 - share) * originals[other + k];
            }
        }
        return share;
    }
}
