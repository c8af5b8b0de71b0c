package dev.lamina.figure.render;

import dev.lamina.figure.ColorRamp;
import dev.lamina.metric.Reading;
import java.awt.image.BufferedImage;

/** Pictures of numbers: one scale for all of a stack, from its least finite number to its greatest. */
final class PictureColors {
    private PictureColors() {}

    /** One picture of the stack, a pixel for each number, or for each three of a color. */
    static BufferedImage of(Reading.ImageStack stack, int index) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : stack.values()) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        int plane = stack.height() * stack.width();
        int start = index * stack.channels() * plane;
        BufferedImage image = new BufferedImage(stack.width(), stack.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < plane; i++) {
            image.setRGB(i % stack.width(), i / stack.width(), color(stack, start + i, plane, least, most));
        }
        return image;
    }

    private static int color(Reading.ImageStack stack, int at, int plane, float least, float most) {
        if (!Float.isFinite(stack.values()[at])) {
            return ColorRamp.NOT_FINITE.getRGB();
        }
        if (stack.channels() == 1) {
            return ColorRamp.VIRIDIS
                    .at(position(stack.values()[at], least, most))
                    .getRGB();
        }
        int color = 0;
        for (int channel = 0; channel < 3; channel++) {
            double position = position(stack.values()[at + channel * plane], least, most);
            color = color << 8 | (int) Math.round(255 * Math.clamp(position, 0, 1));
        }
        return color;
    }

    private static double position(float value, float least, float most) {
        return most > least ? (value - least) / ((double) most - least) : 0.5;
    }
}
