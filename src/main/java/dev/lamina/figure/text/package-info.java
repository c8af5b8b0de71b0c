/**
 * Letters for figures: the bundled faces with installed ones for what they lack, lines of text with superscripts, and
 * numbers as journals print them.
 *
 * <p>Sizes come from the bundled font files, never from what is installed, so a figure is laid out alike everywhere.
 * Uses figure's vocabulary only.
 */
@NullMarked
package dev.lamina.figure.text;

import org.jspecify.annotations.NullMarked;
