package dev.lamina.backend.cpu.kernel;

import java.util.List;

/**
 * Vector loops of one activation over float32 elements that share a block of channels. All of them form z = a·x + b (+ r)
 * themselves, so that the batch norm and the residual sum before an activation cost no pass of their own. The numbers
 * per channel, a and b among them, are the rows of {@link Coefficients}; sums are added to the rows at {@link
 * Stage#sums}. Results may overwrite any operand. A kernel may use the slot {@link Stage#SPARE} for itself. Each loop is
 * an object of a class of its own, so that {@link PlaneChunks} calls it without inlining. With g = dy · f′(z):
 */
interface ActivationKernel {
    /** y = f(a·x + b). */
    List<PlaneChunks.Body> forward(Coefficients c, Operand x, Operand y);

    /** y = f(a·x + b + r). */
    List<PlaneChunks.Body> forwardAdd(Coefficients c, Operand x, Operand r, Operand y);

    /** g from z = a·x + b; adds Σ dy·∂f/∂parameter, one row per trained parameter. */
    List<PlaneChunks.Body> gradient(Coefficients c, Operand x, Operand dy, Operand g);

    /** Adds Σ g, Σ g·(x − center), then Σ dy·∂f/∂parameter, z = a·x + b. */
    List<PlaneChunks.Body> sums(Coefficients c, Operand x, Operand dy);

    /** g from z = a·x + b + r, and the same sums. */
    List<PlaneChunks.Body> sumsAdd(Coefficients c, Operand x, Operand r, Operand dy, Operand g);

    /** dx = k·g + l·x + m from z = a·x + b; k, l, m the rows from {@link Coefficients#GRADIENT}. */
    List<PlaneChunks.Body> input(Coefficients c, Operand x, Operand dy, Operand dx);
}
