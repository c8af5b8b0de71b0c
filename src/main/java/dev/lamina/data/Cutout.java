package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.random.RandomGenerator;

/**
 * Sets a square around a random pixel to the input 0, the mean where pixels are standardized; what lies outside of the
 * image is cut off, so that squares at the border are smaller. Source: DeVries, Taylor 2017, section 3.2; side 16 for
 * CIFAR-10.
 */
@JsonTypeName("cutout")
@Origin(formula = "x[q] = 0", source = "DeVries, Taylor 2017, section 3.2")
public record Cutout(
        @Setting(defaultValue = "16", min = 1, max = 1024, unit = "pixels", meaning = "side of the square")
        int side) implements Augmentation {
    @Override
    public void apply(BatchImage image, RandomGenerator random) {
        Span rows = Span.around(random.nextInt(image.height()), side, image.height());
        Span columns = Span.around(random.nextInt(image.width()), side, image.width());
        image.clear(rows, columns);
    }
}
