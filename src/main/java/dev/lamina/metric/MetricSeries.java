package dev.lamina.metric;

import java.util.Arrays;

/**
 * One metric against steps or epochs, growing at its end: x never decreases, y may be NaN. For one thread; a drawing
 * thread is handed {@link #points}, which later appends do not touch.
 */
public final class MetricSeries {
    private static final int FIRST_CAPACITY = 64;

    private double[] x = new double[FIRST_CAPACITY];
    private double[] y = new double[FIRST_CAPACITY];
    private int size;

    /** @throws IllegalArgumentException if x is NaN or smaller than the x before it */
    public void append(double nextX, double nextY) {
        if (Double.isNaN(nextX) || (size > 0 && nextX < x[size - 1])) {
            throw new IllegalArgumentException(
                    "x is " + nextX + " after " + (size > 0 ? x[size - 1] : "the start") + "; it may not decrease");
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = nextX;
        y[size] = nextY;
        size++;
    }

    public int size() {
        return size;
    }

    /** A copy of all points so far. */
    public Points points() {
        return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }
}
