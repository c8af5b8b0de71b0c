/**
 * Regularizers that change what a weight means or how it decays, as values with their reference formulas in double;
 * programs apply them, backends execute them. Uses setting only.
 */
@NullMarked
package dev.lamina.nn.regularizer;

import org.jspecify.annotations.NullMarked;
