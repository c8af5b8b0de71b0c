/**
 * A figure in a window of its own: looked at, zoomed, styled, copied and saved.
 *
 * <pre>
 *   FigureRequest (what, whose, what for) ─▶ FigureWindow ─ FigureStyle ─▶ PagePlot in JFreeChart-FX's ChartViewer
 *                                                              └─▶ FigureFiles: clipboard, SVG, PDF, PNG, CSV
 * </pre>
 *
 * The viewer shows the page that the figures' painter makes; gestures change the specification, so that what was zoomed
 * is what is saved. Uses figure and fx.
 */
@NullMarked
package dev.lamina.ui.figure;

import org.jspecify.annotations.NullMarked;
