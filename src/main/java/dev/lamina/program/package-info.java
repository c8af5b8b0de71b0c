/**
 * What a backend executes: a flat list of typed operations on values of known shape.
 *
 * <pre>
 *   ResolvedNetwork ─ compile.ForwardCompiler ─▶ forward operations (batch norm in training or test mode)
 *                   ─ compile.Fusion ─▶ batch norm + residual + activation as one operation
 *                   ─ compile.Differentiation ─▶ + backward operations, towards parameters or towards the input
 *                   ─ compile.InputForm ─▶ in front of them, where images are raw, the operation that prepares them
 *                   ─ compile.Programs ─▶ Program: training step, evaluation, input gradients
 * </pre>
 *
 * One automatic differentiation serves training, the Jacobian of GBR, and FGSM; an operation's adjoint rule stands beside
 * it, {@link Operation#adjoint}. A program knows no layer objects and no
 * device; names of layers ride along for messages and profiles. Uses graph, nn and tensor only.
 */
@NullMarked
package dev.lamina.program;

import org.jspecify.annotations.NullMarked;
