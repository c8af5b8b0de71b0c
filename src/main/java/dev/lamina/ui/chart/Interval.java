package dev.lamina.ui.chart;

/** A stretch of an axis, from below to. */
public record Interval(double from, double to) {
    public Interval {
        if (!(from < to)) {
            throw new IllegalArgumentException("no interval from " + from + " to " + to);
        }
    }

    public double length() {
        return to - from;
    }

    /** Scaled by a factor about a point that stays where it is. */
    public Interval zoomed(double factor, double about) {
        return new Interval(about - (about - from) * factor, about + (to - about) * factor);
    }

    public Interval shifted(double by) {
        return new Interval(from + by, to + by);
    }

    /** Widened by a fraction of its length on both sides. */
    public Interval padded(double fraction) {
        double pad = fraction * length();
        return new Interval(from - pad, to + pad);
    }
}
