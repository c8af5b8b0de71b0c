package dev.lamina.figure;

import dev.lamina.metric.Side;

/**
 * A curve: y against x in drawing order. A y that is NaN or infinite interrupts the line and is marked × at the lower
 * edge of the panel; a value nobody measured has no point here, the line runs on to the next. The arrays are shared,
 * not copied.
 *
 * @param name the legend's text; curves of one name look the same in all panels of a figure
 * @param standardError drawn as a band of ±1 standard error; empty for none, else as long as x
 */
public record Series(String name, double[] x, double[] y, double[] standardError, Side side) {
    public Series {
        if (x.length != y.length || (standardError.length != 0 && standardError.length != x.length)) {
            throw new IllegalArgumentException(name + ": " + x.length + " x, " + y.length + " y and "
                    + standardError.length + " standard error values");
        }
    }

    /** A curve on the left axis without a band. */
    public static Series of(String name, double[] x, double[] y) {
        return new Series(name, x, y, new double[0], Side.LEFT);
    }

    public Series withStandardError(double[] error) {
        return new Series(name, x, y, error, side);
    }

    public Series on(Side otherSide) {
        return new Series(name, x, y, standardError, otherSide);
    }

    public int size() {
        return x.length;
    }
}
