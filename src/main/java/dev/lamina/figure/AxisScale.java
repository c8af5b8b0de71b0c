package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an axis maps values to positions and where its ticks fall. */
public enum AxisScale {
    @JsonProperty("linear")
    LINEAR,
    /** Linear with ticks on whole numbers only: epochs. */
    @JsonProperty("integer")
    INTEGER,
    /** Places 0, 1, 2 … with names instead of numbers. */
    @JsonProperty("categories")
    CATEGORIES,
    /** Base ten; values that are zero or negative have no place on it and are left out with a note. */
    @JsonProperty("logarithmic")
    LOGARITHMIC,
    /** Linear in numbers that are logarithms to base ten; the labels are the powers, which may be beyond any double. */
    @JsonProperty("decades")
    DECADES
}
