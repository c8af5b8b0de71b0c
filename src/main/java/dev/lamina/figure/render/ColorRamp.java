package dev.lamina.figure.render;

import java.awt.Color;
import java.util.List;

/** Colors from little to much, in even steps between anchors. */
enum ColorRamp {
    /** Even in lightness, readable in gray and with any color vision. Source: van der Walt, Smith 2015 (CC0). */
    VIRIDIS(List.of(
            0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725));

    // A list that cannot be written, of numbers.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Integer> anchors;

    ColorRamp(List<Integer> anchors) {
        this.anchors = anchors;
    }

    /** @param position from 0 to 1, else the nearer end */
    Color at(double position) {
        double place = Math.clamp(position, 0, 1) * (anchors.size() - 1);
        int low = (int) Math.min(anchors.size() - 2, Math.floor(place));
        return mixed(new Color(anchors.get(low)), new Color(anchors.get(low + 1)), place - low);
    }

    static Color mixed(Color low, Color high, double share) {
        return new Color(
                (int) Math.round(low.getRed() + share * (high.getRed() - low.getRed())),
                (int) Math.round(low.getGreen() + share * (high.getGreen() - low.getGreen())),
                (int) Math.round(low.getBlue() + share * (high.getBlue() - low.getBlue())));
    }

    /** Whether white stands out on it better than black: its relative luminance (WCAG 2) is below 0.18. */
    static boolean isDark(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue())
                < 0.18;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
