/**
 * Colors of curves and fields: palettes as values, and how far apart two colors are for every eye.
 *
 * <p>Knows nothing of figures; a {@link dev.lamina.figure.color.Palette} is a list of colors with a kind. May use setting,
 * message and tensor.
 */
@NullMarked
package dev.lamina.figure.color;

import org.jspecify.annotations.NullMarked;
