/**
 * The graph compiler: from a resolved network to programs.
 *
 * <pre>
 *   ResolvedNetwork ─ ForwardCompiler ─▶ one operation a layer (ForwardPass)
 *        ─ Fusion ─▶ normalization + residual + activation in one operation
 *        ─ Differentiation ─▶ backward operations from upstream gradients towards chosen targets, by the operations' rules
 *        ─ Programs ─▶ the programs that training and the probes run
 * </pre>
 */
@NullMarked
package dev.lamina.program.compile;

import org.jspecify.annotations.NullMarked;
