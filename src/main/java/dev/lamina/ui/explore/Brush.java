package dev.lamina.ui.explore;

/** A part of an axis that is chosen, from 0 at its lower end to 1 at its upper. */
record Brush(double low, double high) {
    static Brush between(double a, double b) {
        return new Brush(Math.min(a, b), Math.max(a, b));
    }

    /** NaN is in none. */
    boolean holds(double unit) {
        return unit >= low && unit <= high;
    }
}
