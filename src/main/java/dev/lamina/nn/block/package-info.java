/**
 * Blocks: named compositions of layers and smaller blocks. A block holds no computation of its own; it expands to parts.
 * Each record is what a file holds and the editor edits. A new residual block is one record that implements
 * {@link dev.lamina.nn.block.ResidualBlock}; a {@link dev.lamina.nn.block.ResidualStage} then repeats it.
 */
@NullMarked
package dev.lamina.nn.block;

import org.jspecify.annotations.NullMarked;
