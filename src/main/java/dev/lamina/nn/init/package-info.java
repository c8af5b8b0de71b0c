/**
 * Weight initializers: the distribution the parameters are drawn from before step 1.
 */
@NullMarked
package dev.lamina.nn.init;

import org.jspecify.annotations.NullMarked;
