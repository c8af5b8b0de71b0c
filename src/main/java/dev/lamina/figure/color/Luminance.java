package dev.lamina.figure.color;

import java.awt.Color;

/** How light a color is. */
public final class Luminance {
    private Luminance() {}

    /**
     * Relative luminance, from 0 for black to 1 for white: 0.2126 R + 0.7152 G + 0.0722 B of linear light. Source: WCAG 2.
     */
    public static double of(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    /** Contrast ratio, from 1 to 21. Source: WCAG 2. */
    public static double contrast(Color a, Color b) {
        double first = of(a) + 0.05;
        double second = of(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** Linear light of a channel from 0 to 255. Source: IEC 61966-2-1. */
    static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** The channel of linear light, out of range the nearer end. */
    static int channel(double light) {
        double in = Math.clamp(light, 0, 1);
        double c = in <= 0.0031308 ? 12.92 * in : 1.055 * Math.pow(in, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * c);
    }
}
