package dev.lamina.ui.chart;

import java.awt.Color;
import java.util.List;

/** Colors of a chart; the palettes can be told apart by people with any color vision (Okabe and Ito 2008). */
public enum ChartLook {
    LIGHT(
            new Color(0xFFFFFF),
            new Color(0x57606A),
            new Color(0xE4E8EC),
            List.of(
                    new Color(0x0072B2),
                    new Color(0xE08A00),
                    new Color(0x009E73),
                    new Color(0xC4407F),
                    new Color(0x8C6BB1),
                    new Color(0x7F7F7F),
                    new Color(0xD55E00),
                    new Color(0x4FA3C7)),
            List.of(new Color(0x2B2D8C), new Color(0x1597A5), new Color(0xE08A00))),
    DARK(
            new Color(0x0D1117),
            new Color(0x8B949E),
            new Color(0x262C35),
            List.of(
                    new Color(0x58A6FF),
                    new Color(0xF0A63A),
                    new Color(0x3FCF9A),
                    new Color(0xF778BA),
                    new Color(0xBC9CFF),
                    new Color(0xA0A8B0),
                    new Color(0xFF7B54),
                    new Color(0x7FD4F5)),
            List.of(new Color(0x6E7BFF), new Color(0x3FCF9A), new Color(0xF0A63A)));

    private final Color background;
    private final Color text;
    private final Color grid;
    // Lists that cannot be written, of colors that cannot change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Color> palette;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Color> ramp;

    ChartLook(Color background, Color text, Color grid, List<Color> palette, List<Color> ramp) {
        this.background = background;
        this.text = text;
        this.grid = grid;
        this.palette = palette;
        this.ramp = ramp;
    }

    Color background() {
        return background;
    }

    Color text() {
        return text;
    }

    Color grid() {
        return grid;
    }

    /** The color of a curve; numbers beyond the palette start again. */
    public Color curve(int number) {
        return palette.get(number % palette.size());
    }

    public Color curve(Tint tint) {
        return switch (tint) {
            case Tint.Numbered(int number) -> curve(number);
            case Tint.Graded(double position) -> graded(position);
        };
    }

    private Color graded(double position) {
        double place = position * (ramp.size() - 1);
        int stop = (int) Math.min(ramp.size() - 2, Math.floor(place));
        Color low = ramp.get(stop);
        Color high = ramp.get(stop + 1);
        double share = place - stop;
        return new Color(
                mixed(low.getRed(), high.getRed(), share),
                mixed(low.getGreen(), high.getGreen(), share),
                mixed(low.getBlue(), high.getBlue(), share));
    }

    private static int mixed(int low, int high, double share) {
        return (int) Math.round(low + share * (high - low));
    }

    /** The same with a share of its strength. */
    Color faint(Tint tint) {
        return translucent(curve(tint), 70);
    }

    /** Behind a stage of training. */
    Color band() {
        return translucent(text, this == LIGHT ? 26 : 38);
    }

    /** Behind values that are worth a second look. */
    Color zone() {
        return translucent(palette.get(1), this == LIGHT ? 30 : 34);
    }

    private static Color translucent(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
