package dev.lamina.backend.tornado.plan;

/** How large products of matrices are computed, and convolutions as such. */
public enum ProductRoutine {
    /** Inside the kernel of the operation: the factors are gathered from the tensors as they are. */
    IMPLICIT,
    /** Matrices in arrays of their own, multiplied by our kernel: what a library does, on any device. For tests. */
    EXPLICIT,
    CUBLAS,
    /** On tensor cores, factors rounded to 10 bits of mantissa. */
    CUBLAS_TF32;

    boolean isLibrary() {
        return this == CUBLAS || this == CUBLAS_TF32;
    }
}
