package dev.lamina.backend.cpu.kernel;

/**
 * Vector loops of one activation over float32 elements that share a block of channels. All of them first form
 * z = a·x + b, so that a batch norm before the activation costs no pass of its own. Arguments are addresses; lengths
 * count elements (whole vectors); a, b and the parameters are rows of {@link Coefficients}, so no vector crosses a call.
 */
interface ActivationKernel {
    /**
     * y = f(a·x + b). In place (y = x) is allowed.
     * @param affine      the row a, followed by b
     * @param parameters  the row of parameter 0, followed by that of parameter 1
     */
    void forward(long x, long y, int length, long affine, long parameters);

    /**
     * g = dy · f′(a·x + b); adds Σ dy·∂f/∂parameter to the rows of sums, one per trained parameter. In place
     * (g = dy or g = x) is allowed.
     */
    void gradient(long x, long dy, long g, int length, long affine, long parameters, long sums);
}
