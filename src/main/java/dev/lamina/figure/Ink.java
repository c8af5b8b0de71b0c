package dev.lamina.figure;

import dev.lamina.figure.color.Luminance;
import dev.lamina.figure.color.Palette;
import java.awt.Color;
import java.util.List;

/**
 * What curves and fields are drawn with: the colors to be told apart, those from little to much, and that of a curve which is
 * alone.
 */
public record Ink(List<Color> colors, ColorRamp ramp, Color plain) {
    /** Where a sequential palette comes too near to the paper, it is not drawn with. */
    private static final double READABLE = 0.86;

    private static final double LEAST_CONTRAST = 2;

    public Ink {
        colors = List.copyOf(colors);
    }

    /** The same with the colors of a palette that can be seen on the paper. */
    Ink with(Palette palette, Color paper) {
        if (palette.kind() == Palette.Kind.QUALITATIVE) {
            return new Ink(palette.on(paper), ramp, plain);
        }
        List<Color> all = palette.awt();
        boolean toOneEnd = palette.kind() == Palette.Kind.SEQUENTIAL;
        return new Ink(colors, new ColorRamp(toOneEnd ? readable(all, paper) : all), plain);
    }

    /** Dark ends are lost on dark paper, light ones on white. */
    private static List<Color> readable(List<Color> all, Color paper) {
        int kept = (int) Math.round(READABLE * all.size());
        return ColorRamp.isDark(paper) ? all.subList(all.size() - kept, all.size()) : all.subList(0, kept);
    }

    /** The color of areas: the first that lines in the color of the text stand out from. */
    public Color area() {
        return colors.stream()
                .filter(color -> Luminance.contrast(color, plain) >= LEAST_CONTRAST)
                .findFirst()
                .orElse(colors.getFirst());
    }

    /** The look of the curve with this number, counted from 0. */
    public SeriesLook look(int index) {
        return SeriesLook.of(index, colors);
    }

    public SeriesLook look(Pen pen) {
        return SeriesLook.of(pen, color(pen.tint()));
    }

    /** Numbers beyond the palette start again. */
    public Color color(Tint tint) {
        return switch (tint) {
            case Tint.Numbered(int number) -> colors.get(number % colors.size());
            case Tint.Graded(double position) -> ramp.at(position);
        };
    }

    /** The look of a curve that is alone: in the color of the text. */
    public SeriesLook plainLook() {
        return new SeriesLook(plain, List.of(), SeriesLook.Marker.FILLED_CIRCLE, Join.LINE);
    }
}
