package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Vector loops of one activation over float32 elements that share a block of channels. All of them first form
 * z = a·x + b, so that a batch norm before the activation costs no pass of its own. Offsets count bytes, lengths
 * elements (whole vectors); a, b and the parameters are rows of {@link Coefficients}, so no vector crosses a call.
 */
interface ActivationKernel {
    /**
     * y = f(a·x + b). In place (y = x) is allowed.
     * @param affine      offset in c of the row a, followed by b
     * @param parameters  offset in c of the row of parameter 0, followed by that of parameter 1
     */
    void forward(
            MemorySegment x,
            long xo,
            MemorySegment y,
            long yo,
            int length,
            MemorySegment c,
            long affine,
            long parameters);

    /**
     * g = dy · f′(a·x + b); adds Σ dy·∂f/∂parameter to the rows of sums, one per trained parameter. In place
     * (g = dy or g = x) is allowed.
     */
    void gradient(
            MemorySegment x,
            long xo,
            MemorySegment dy,
            long dyo,
            MemorySegment g,
            long go,
            int length,
            MemorySegment c,
            long affine,
            long parameters,
            MemorySegment sums,
            long so);
}
