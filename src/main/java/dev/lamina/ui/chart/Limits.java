package dev.lamina.ui.chart;

import dev.lamina.metric.Points;
import java.util.List;

/** The stretch of an axis that some curves need. */
final class Limits {
    private static final double PADDING = 0.06;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private void include(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /** From the first to just beyond the last x of all curves; 0 to 1 where there is none. */
    static Interval ofX(List<Curve> curves) {
        Limits limits = new Limits();
        for (Curve curve : curves) {
            double[] x = curve.points().x();
            if (x.length > 0) {
                limits.include(x[0]);
                limits.include(x[x.length - 1]);
            }
        }
        if (limits.low > 0 && limits.low <= 1.5) {
            limits.low = 0;
        }
        Interval exact = limits.interval(0, 1);
        // A dot at the last epoch stays whole.
        return new Interval(exact.from(), exact.to() + 0.015 * exact.length());
    }

    /**
     * Of all finite y, with some room.
     *
     * @param alsoThese what is to be seen besides
     */
    static Interval ofY(List<Points> curves, double... alsoThese) {
        Limits limits = new Limits();
        for (double y : alsoThese) {
            limits.include(y);
        }
        for (Points points : curves) {
            for (double y : points.y()) {
                limits.include(y);
            }
        }
        return limits.interval(0, 1).padded(PADDING);
    }

    private Interval interval(double fallbackFrom, double fallbackTo) {
        if (low > high) {
            return new Interval(fallbackFrom, fallbackTo);
        }
        double pad = high - low > 1e-12 * Math.abs(high) ? 0 : Math.max(1e-12, Math.abs(high) * 0.1);
        return pad == 0 ? new Interval(low, high) : new Interval(low - pad, high + pad);
    }
}
