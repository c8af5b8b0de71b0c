/**
 * Figure files: {@link dev.lamina.figure.write.FigureFiles} writes SVG, PDF, PNG and CSV, each in one atomic step and
 * byte for byte the same for the same figure (no dates, no random names).
 *
 * <p>Uses render, text and file; Batik makes the SVG, OpenPDF the PDF, ImageIO the PNG, Commons CSV the CSV.
 */
@NullMarked
package dev.lamina.figure.write;

import org.jspecify.annotations.NullMarked;
