/**
 * Draws a figure on any Graphics2D: limits and ticks (pure functions), layout in points, and JFreeChart for the plots.
 *
 * <pre>
 *   FigureSpec ─ AxisLimits, Ticks, FigureNotes ─▶ FigureLayout ─▶ FigureRenderer ─ PanelPlot (JFreeChart) ─▶ Graphics2D
 * </pre>
 *
 * All text is measured and set by figure.text; JFreeChart draws frames, grids, tick marks, lines and markers.
 */
@NullMarked
package dev.lamina.figure.render;

import org.jspecify.annotations.NullMarked;
