/**
 * Blocks: named compositions of layers and smaller blocks. A block holds no computation of its own; it expands to parts.
 */
@NullMarked
package dev.lamina.nn.block;

import org.jspecify.annotations.NullMarked;
