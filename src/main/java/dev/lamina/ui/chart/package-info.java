/**
 * Charts that follow a running training. What is on the screen is what is printed: the same painter draws both.
 *
 * <pre>
 *   BoundedSeries ─▶ ChartData ┐
 *                    ChartView ┴─ ChartFigure ─▶ FigureSpec ─ ScreenPainter, on a thread of its own ─▶ ChartPane (pixels, gestures)
 *                                                     └─▶ a figure to be saved, with every point
 * </pre>
 *
 * Uses metric, figure and fx.
 */
@NullMarked
package dev.lamina.ui.chart;

import org.jspecify.annotations.NullMarked;
