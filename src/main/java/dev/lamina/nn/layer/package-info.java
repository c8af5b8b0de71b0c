/**
 * Layers: what one node computes. Each tells its output shape, its parameters and its cost from its input shapes alone.
 */
@NullMarked
package dev.lamina.nn.layer;

import org.jspecify.annotations.NullMarked;
