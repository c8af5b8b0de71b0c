/**
 * Output heads: how a network decides. A head stands on the features, holds its own classifier and names its loss.
 */
@NullMarked
package dev.lamina.nn.head;

import org.jspecify.annotations.NullMarked;
