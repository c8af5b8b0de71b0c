package dev.lamina.backend.cpu.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * A response function f(z) on vectors, from which {@link ResponseKernel} makes its loops. p and q are the activation's
 * parameters 0 and 1, the same number in all lanes of a shared one. Where there is no second parameter q is 1, but 0 in
 * channels that only fill a block: f(0) has to be 0 there. Without state. Each function's code alone has to stay below
 * 2,500 bytes (C2's InlineSmallCode), about 25 operations, or it stays a call.
 */
interface VectorResponse {
    /**
     * What value and gradient are made of and what is dear, such as a power of e. It is kept between two loops, each with
     * few enough operations for C2 to inline them all (NodeCountInliningCutoff): a vector handed to a call that is not
     * inlined is an object on the heap.
     */
    default FloatVector core(FloatVector z, FloatVector p, FloatVector q) {
        return z;
    }

    /** Whether there is a {@link #core} to keep. */
    default boolean hasCore() {
        return false;
    }

    /** Whether core and value are few enough operations for one loop; core and gradient never are. */
    default boolean fitsForward() {
        return true;
    }

    /** f(z). */
    FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q);

    /** d·f′(z). */
    FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q);

    /** How many of the parameters may be trained. */
    default int trained() {
        return 0;
    }

    /** t + d·∂f/∂p. */
    default FloatVector first(FloatVector z, FloatVector core, FloatVector d, FloatVector t) {
        return t;
    }

    /** u + d·∂f/∂q / p. */
    default FloatVector second(FloatVector z, FloatVector core, FloatVector d, FloatVector u) {
        return u;
    }
}
