/**
 * Optimizers and learning-rate schedules as values; backends execute the updates.
 */
@NullMarked
package dev.lamina.nn.optim;

import org.jspecify.annotations.NullMarked;
