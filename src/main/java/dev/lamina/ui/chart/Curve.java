package dev.lamina.ui.chart;

import dev.lamina.figure.Tint;
import dev.lamina.metric.Points;
import dev.lamina.metric.Side;
import dev.lamina.metric.Stored;

/**
 * One curve of one run.
 *
 * @param quantity id of what is drawn, by which curves are switched on and off
 * @param name what a read-out calls it
 * @param run 0 for the run in the foreground
 * @param dash number of the dashes, 0 for a solid line
 */
public record Curve(
        String quantity, String name, Tint tint, Side side, Stored stored, int run, int dash, Points points) {
    /** A solid line of the run in the foreground. */
    public Curve(String quantity, String name, Tint tint, Side side, Stored stored, Points points) {
        this(quantity, name, tint, side, stored, 0, 0, points);
    }

    Curve with(Points other) {
        return new Curve(quantity, name, tint, side, stored, run, dash, other);
    }
}
