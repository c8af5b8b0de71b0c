/**
 * Values that every other package passes around: shapes, host arrays, seeds, the one exception for bad input, and
 * where the user is at home.
 * Uses {@code message} alone.
 */
@NullMarked
package dev.lamina.tensor;

import org.jspecify.annotations.NullMarked;
