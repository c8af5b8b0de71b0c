package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.random.RandomGenerator;

/**
 * Pads with black pixels on every side and crops the original size at a random place, all places equally likely.
 * Black is the pixel 0 before normalisation, as in the usual CIFAR recipe (He et al. 2016, section 4.2).
 */
@JsonTypeName("pad-crop")
@Origin(formula = "x[i + u, j + v], u, v ∼ U{−p … p}", source = "He et al. 2016, section 4.2")
public record PadCrop(
        @Setting(defaultValue = "4", min = 1, max = 64, unit = "pixels", meaning = "padding on each side")
        int padding) implements Placing {
    @Override
    public void place(Placeable image, RandomGenerator random) {
        int down = random.nextInt(2 * padding + 1) - padding;
        int right = random.nextInt(2 * padding + 1) - padding;
        image.shift(down, right);
    }
}
