/**
 * Output heads: how a network decides. A head stands on the features, holds its own classifier
 * and names its loss and the stages of its training. Others read these as values and never ask which head it is.
 */
@NullMarked
package dev.lamina.nn.head;

import org.jspecify.annotations.NullMarked;
