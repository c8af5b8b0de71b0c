package dev.lamina.figure;

/** How an axis maps values to positions and where its ticks fall. */
public enum AxisScale {
    LINEAR,
    /** Linear with ticks on whole numbers only: epochs. */
    INTEGER,
    /** Places 0, 1, 2 … with names instead of numbers. */
    CATEGORIES,
    /** Base ten; values that are zero or negative have no place on it and are left out with a note. */
    LOGARITHMIC,
    /** Linear in numbers that are logarithms to base ten; the labels are the powers, which may be beyond any double. */
    DECADES
}
