package dev.lamina.figure;

import dev.lamina.figure.color.Luminance;
import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/** Colors from little to much, in even steps between two anchors or more. */
public record ColorRamp(List<Color> anchors) {
    /** Even in lightness, readable in gray and with any color vision. Source: van der Walt, Smith 2015 (CC0). */
    public static final ColorRamp VIRIDIS =
            of(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725);

    /** Of what is no number, on no ramp. */
    public static final Color NOT_FINITE = new Color(0xFF00FF);

    public ColorRamp {
        anchors = List.copyOf(anchors);
    }

    static ColorRamp of(Integer... anchors) {
        return new ColorRamp(Stream.of(anchors).map(Color::new).toList());
    }

    /** @param position from 0 to 1, else the nearer end */
    public Color at(double position) {
        double place = Math.clamp(position, 0, 1) * (anchors.size() - 1);
        int low = (int) Math.min(anchors.size() - 2, Math.floor(place));
        return mixed(anchors.get(low), anchors.get(low + 1), place - low);
    }

    /** @param share of the second color */
    public static Color mixed(Color low, Color high, double share) {
        return new Color(
                mixed(low.getRed(), high.getRed(), share),
                mixed(low.getGreen(), high.getGreen(), share),
                mixed(low.getBlue(), high.getBlue(), share));
    }

    private static int mixed(int low, int high, double share) {
        return (int) Math.round(low + share * (high - low));
    }

    /** Whether white stands out on it better than black: its relative luminance is below 0.18. */
    public static boolean isDark(Color color) {
        return Luminance.of(color) < 0.18;
    }
}
