package dev.lamina.ui.chart;

import dev.lamina.metric.Stored;

/**
 * A shaded stretch of the left axis with a hint, for values that are worth a second look. The axis always reaches into it.
 *
 * @param from in the numbers of the curves; infinite for no end
 */
public record Zone(double from, double to, Stored stored, String hint) {}
