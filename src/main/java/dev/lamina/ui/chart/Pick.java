package dev.lamina.ui.chart;

/**
 * A place in a chart that a person chose.
 *
 * @param x on the horizontal axis; that of a curve's point where one was hit
 * @param run of the curve, as in {@link Curve#run}
 * @param screenX where a menu belongs
 */
public record Pick(double x, int run, double screenX, double screenY) {}
