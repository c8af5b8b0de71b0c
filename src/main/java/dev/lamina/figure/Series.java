package dev.lamina.figure;

import dev.lamina.metric.Points;
import dev.lamina.metric.Side;
import java.util.Optional;

/**
 * A curve: y against x in drawing order. A y that is NaN or infinite interrupts the line and is marked × at the lower
 * edge of the panel; a value nobody measured has no point here, the line runs on to the next. A point whose x is NaN
 * interrupts the line without a mark. The arrays are shared, not copied.
 *
 * @param name the legend's text; curves of one name look the same in all panels of a figure
 * @param standardError drawn as a band of ±1 standard error; empty for none, else as long as x
 * @param pen what it is drawn with; by its place among the names of the figure without one
 * @param raw what it was before it was smoothed, drawn faint behind it
 */
public record Series(
        String name,
        double[] x,
        double[] y,
        double[] standardError,
        Side side,
        Optional<Pen> pen,
        Optional<Points> raw) {
    public Series {
        if (x.length != y.length || (standardError.length != 0 && standardError.length != x.length)) {
            throw new IllegalArgumentException(name + ": " + x.length + " x, " + y.length + " y and "
                    + standardError.length + " standard error values");
        }
    }

    /** A curve on the left axis without a band. */
    public static Series of(String name, double[] x, double[] y) {
        return new Series(name, x, y, new double[0], Side.LEFT, Optional.empty(), Optional.empty());
    }

    public Series withStandardError(double[] error) {
        return new Series(name, x, y, error, side, pen, raw);
    }

    public Series on(Side otherSide) {
        return new Series(name, x, y, standardError, otherSide, pen, raw);
    }

    public Series drawnWith(Pen other) {
        return new Series(name, x, y, standardError, side, Optional.of(other), raw);
    }

    public Series smoothedFrom(Points unsmoothed) {
        return new Series(name, x, y, standardError, side, pen, Optional.of(unsmoothed));
    }

    public int size() {
        return x.length;
    }
}
