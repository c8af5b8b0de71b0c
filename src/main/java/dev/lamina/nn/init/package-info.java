/**
 * Weight initializers: the distribution the weights of convolutions and linear layers are drawn from before step 1.
 * Biases, scales, shifts and activation parameters start from the constants in their specifications.
 */
@NullMarked
package dev.lamina.nn.init;

import org.jspecify.annotations.NullMarked;
