/**
 * Figures for papers and slides without any toolkit: what they show and how they look.
 *
 * <pre>
 *   EpochMetrics ─ TrainingFigures ─▶ FigureSpec ┐      (a live chart makes a FigureSpec, too, and is painted by the same hand)
 *             venue, color ─▶ FigureStyle ┴─ render (JFreeChart) ─▶ write ─▶ SVG · PDF · PNG · CSV
 *                                                      └ text (fonts, superscripts, numbers)
 * </pre>
 *
 * This package holds the values; {@code text}, {@code render} and {@code write} below it do the work, and
 * {@code write.FigureFiles} is the door. All lengths inside a figure are points (1/72 inch).
 *
 * <p>May use metric and tensor. No JavaFX, no display: java.awt is used headless.
 */
@NullMarked
package dev.lamina.figure;

import org.jspecify.annotations.NullMarked;
