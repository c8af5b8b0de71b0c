package dev.lamina.backend.cpu.kernel;

/**
 * Vector loops of one activation over float32 elements that share a block of channels. All of them form z = a·x + b (+ r)
 * themselves, so that the batch norm and the residual sum before an activation cost no pass of their own. Arguments are
 * addresses; lengths count elements (whole vectors); a, b and other numbers per channel are rows of {@link Coefficients},
 * so no vector crosses a call. Results may overwrite any operand. A slot is memory for a chunk that a kernel may need for
 * itself. With g = dy · f′(z):
 */
interface ActivationKernel {
    /**
     * y = f(a·x + b).
     * @param affine      the row a, followed by b
     * @param parameters  the row of parameter 0, followed by that of parameter 1
     */
    void forward(long x, long y, int length, long affine, long parameters);

    /** y = f(a·x + b + r). */
    void forwardAdd(long x, long r, long y, int length, long affine, long parameters);

    /** g from z = a·x + b; adds Σ dy·∂f/∂parameter to the rows of sums, one per trained parameter. */
    void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums);

    /** Adds Σ g, Σ g·(x − center), then Σ dy·∂f/∂parameter to the rows of sums, z = a·x + b. */
    void sums(long x, long dy, int length, long affine, long parameters, long center, long sums, long slot);

    /** g from z = a·x + b + r, and the same sums. */
    void sumsAdd(
            long x,
            long r,
            long dy,
            long g,
            int length,
            long affine,
            long parameters,
            long center,
            long sums,
            long slot);

    /** dx = k·g + l·x + m from z = a·x + b; k, l, m the rows from {@link Coefficients#GRADIENT}. */
    void input(long x, long dy, long dx, int length, long affine, long parameters, long rows, long slot);
}
