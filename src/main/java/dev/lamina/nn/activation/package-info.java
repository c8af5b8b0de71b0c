/**
 * Neuron response functions with their derivatives in the input and in their trained parameters.
 * Sealed: adding one makes the compiler list every backend that lacks it.
 */
@NullMarked
package dev.lamina.nn.activation;

import org.jspecify.annotations.NullMarked;
