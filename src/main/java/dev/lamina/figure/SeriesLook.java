package dev.lamina.figure;

import java.awt.Color;
import java.util.List;

/**
 * How a curve is told from its neighbors: by color, by dashes and by its marker, so that it also reads in grayscale.
 *
 * @param dashes lengths of strokes and gaps in line widths; empty for a solid line
 */
public record SeriesLook(Color color, List<Float> dashes, Marker marker, Join join) {
    /** The markers, alternately filled and hollow. */
    public enum Marker {
        FILLED_CIRCLE,
        HOLLOW_SQUARE,
        FILLED_TRIANGLE,
        HOLLOW_DIAMOND,
        FILLED_SQUARE,
        HOLLOW_CIRCLE,
        FILLED_DIAMOND,
        HOLLOW_TRIANGLE
    }

    private static final List<List<Float>> DASHES = List.of(
            List.of(),
            List.of(5f, 2f),
            List.of(1.5f, 1.5f),
            List.of(6f, 1.5f, 1.5f, 1.5f),
            List.of(9f, 2f),
            List.of(6f, 1.5f, 1.5f, 1.5f, 1.5f, 1.5f));

    /** Lengths of strokes and gaps, in line widths, of the dashes with this number; empty for a solid line. */
    public static List<Float> dashes(int number) {
        return DASHES.get(number % DASHES.size());
    }

    /** The look that a pen gives: what differs in color also differs in its markers, dashes are the pen's own. */
    static SeriesLook of(Pen pen, Color color) {
        Marker[] markers = Marker.values();
        int number = pen.tint() instanceof Tint.Numbered(int n) ? n : 0;
        return new SeriesLook(color, dashes(pen.dash()), markers[number % markers.length], Join.LINE);
    }

    /** The look of the curve with this number: colors, dashes and markers have different periods. */
    static SeriesLook of(int index, List<Color> colors) {
        Marker[] markers = Marker.values();
        return new SeriesLook(
                colors.get(index % colors.size()),
                DASHES.get(index % DASHES.size()),
                markers[index % markers.length],
                Join.LINE);
    }

    /** The same with its points connected as a curve says. */
    public SeriesLook joined(Join other) {
        return new SeriesLook(color, dashes, marker, other);
    }
}
