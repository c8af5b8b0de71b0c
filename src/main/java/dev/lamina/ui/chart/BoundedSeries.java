package dev.lamina.ui.chart;

import dev.lamina.metric.Points;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A curve that grows for as long as a run goes on and never takes more than a fixed memory: when it is full, every four
 * neighbors become two, the lowest and the highest, so that spikes stay. Safe for one thread that appends and others that
 * read.
 */
public final class BoundedSeries {
    private static final int FIRST_CAPACITY = 256;
    private static final int GROUP = 4;

    private final int mostPoints;
    private double[] x = new double[FIRST_CAPACITY];
    private double[] y = new double[FIRST_CAPACITY];
    private int size;

    /** @param mostPoints at least 256 */
    public BoundedSeries(int mostPoints) {
        if (mostPoints < FIRST_CAPACITY) {
            throw new IllegalArgumentException("a series holds at least " + FIRST_CAPACITY + " points");
        }
        this.mostPoints = mostPoints;
    }

    /**
     * Adds a point, in place of the last one if it has the same x; one whose x lies before it is left out, as after a run
     * went back to a checkpoint.
     */
    public synchronized void append(double nextX, double nextY) {
        if (Double.isNaN(nextX) || (size > 0 && nextX < x[size - 1])) {
            return;
        }
        if (size > 0 && nextX == x[size - 1]) {
            y[size - 1] = nextY;
            return;
        }
        if (size == mostPoints) {
            thin();
        } else if (size == x.length) {
            int capacity = Math.min(mostPoints, 2 * size);
            x = Arrays.copyOf(x, capacity);
            y = Arrays.copyOf(y, capacity);
        }
        x[size] = nextX;
        y[size] = nextY;
        size++;
    }

    /** Takes away the points after an x, which will come again. */
    public synchronized void truncateAfter(double lastX) {
        while (size > 0 && x[size - 1] > lastX) {
            size--;
        }
    }

    public synchronized int size() {
        return size;
    }

    /** The value that came last. */
    public synchronized OptionalDouble last() {
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(y[size - 1]);
    }

    /** A copy of all points. */
    public synchronized Points points() {
        return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    private void thin() {
        int kept = 0;
        for (int start = 0; start < size; start += GROUP) {
            int low = start;
            int high = start;
            for (int i = start; i < Math.min(size, start + GROUP); i++) {
                low = before(i, low) ? i : low;
                high = before(high, i) ? i : high;
            }
            kept = keep(Math.min(low, high), kept);
            if (low != high) {
                kept = keep(Math.max(low, high), kept);
            }
        }
        size = kept;
    }

    /** Not finite counts as lowest, so that a gap stays a gap. */
    private boolean before(int i, int j) {
        double first = Double.isFinite(y[i]) ? y[i] : Double.NEGATIVE_INFINITY;
        double second = Double.isFinite(y[j]) ? y[j] : Double.NEGATIVE_INFINITY;
        return first < second;
    }

    private int keep(int from, int to) {
        x[to] = x[from];
        y[to] = y[from];
        return to + 1;
    }
}
