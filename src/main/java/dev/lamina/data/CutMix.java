package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.random.RandomGenerator;

/**
 * Replaces a box of every image by the same box of another; λ is the share of the area that stays. The box has √(1 − λ) of
 * height and width for a λ from Beta(α, α), its center is uniform, what lies outside of the image is cut off and λ follows
 * from what is left. One box a batch. Source: Yun et al. 2019, section 3.1 and its released code.
 */
@JsonTypeName("cut-mix")
@Origin(formula = "x = M∘x_i + (1 − M)∘x_j, λ = |M| / (HW)", source = "Yun et al. 2019, section 3.1")
public record CutMix(
        @Setting(
                defaultValue = "1.0",
                min = 0,
                minExclusive = true,
                max = 1000,
                meaning = "α of the distribution Beta(α, α) of λ before the box is cut off; 1 is uniform")
        double alpha,

        @Setting(
                defaultValue = "0.5",
                min = 0,
                max = 1,
                meaning = "probability that a batch is mixed; 0.5 for CIFAR in the paper's code")
        double probability)
        implements Mixing {
    @Override
    public double apply(float[] images, float[] originals, int[] partners, Shape exampleShape, RandomGenerator random) {
        if (random.nextDouble() >= probability) {
            return 1;
        }
        int height = exampleShape.axis(1);
        int width = exampleShape.axis(2);
        double side = Math.sqrt(1 - SymmetricBeta.draw(alpha, random));
        Span rows = Span.around(random.nextInt(height), (int) (height * side), height);
        Span columns = Span.around(random.nextInt(width), (int) (width * side), width);
        int plane = height * width;
        int channels = exampleShape.axis(0);
        for (int n = 0; n < partners.length; n++) {
            for (int c = 0; c < channels; c++) {
                int own = (n * channels + c) * plane + columns.start();
                int other = (partners[n] * channels + c) * plane + columns.start();
                for (int row = rows.start(); row < rows.end(); row++) {
                    System.arraycopy(originals, other + row * width, images, own + row * width, columns.length());
                }
            }
        }
        return 1 - (double) rows.length() * columns.length() / plane;
    }
}
