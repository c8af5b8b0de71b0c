/**
 * Values that every other package passes around: shapes, host arrays, seeds, and the one exception for bad input.
 * Uses nothing of Lamina.
 */
@NullMarked
package dev.lamina.tensor;

import org.jspecify.annotations.NullMarked;
