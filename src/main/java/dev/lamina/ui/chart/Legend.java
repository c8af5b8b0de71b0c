package dev.lamina.ui.chart;

/**
 * One entry of a chart's legend, which switches its curves on and off; it is there as soon as there is a curve of it.
 *
 * @param quantity as in {@link Curve#quantity}
 * @param textKey of its name
 */
public record Legend(String quantity, String textKey, int color) {}
