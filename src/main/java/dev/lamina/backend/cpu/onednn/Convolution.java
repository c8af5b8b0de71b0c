package dev.lamina.backend.cpu.onednn;

import org.jspecify.annotations.Nullable;

/**
 * Convolution (cross-correlation) in two dimensions by oneDNN's direct kernels.
 *   dst[n,o,y,x] = bias[o] + Σ_{i,r,s} weights[o,i,r,s] · src[n,i, y·stride + r·dilation − padding, …]
 * Shapes: src [N, I, H, W]; weights [O, I, R, S], or [groups, O/groups, I/groups, R, S]; bias [O]; dst [N, O, H', W'].
 * Descriptors with {@link Layout#ANY} let the implementation choose; ask the result what it expects.
 */
public final class Convolution {
    private static final int TRAINING = 64;
    private static final int DIRECT = 1;

    private Convolution() {}

    public static PrimitiveDescriptor forward(
            Geometry geometry,
            MemoryDescriptor src,
            MemoryDescriptor weights,
            @Nullable MemoryDescriptor bias,
            MemoryDescriptor dst) {
        return PrimitiveDescriptor.create(
                "convolution forward",
                Functions.CONVOLUTION_FORWARD,
                src + " * " + weights + " → " + dst,
                Attributes.NONE,
                Functions.ENGINE,
                TRAINING,
                DIRECT,
                src,
                weights,
                bias,
                dst,
                geometry);
    }

    /** The gradient of src from that of dst. */
    public static PrimitiveDescriptor backwardData(
            Geometry geometry,
            MemoryDescriptor diffSrc,
            MemoryDescriptor weights,
            MemoryDescriptor diffDst,
            PrimitiveDescriptor forward) {
        return PrimitiveDescriptor.create(
                "convolution backward data",
                Functions.CONVOLUTION_BACKWARD_DATA,
                diffDst + " * " + weights + " → " + diffSrc,
                Attributes.NONE,
                Functions.ENGINE,
                DIRECT,
                diffSrc,
                weights,
                diffDst,
                geometry,
                forward);
    }

    /** The gradients of weights and bias, overwritten, from src and the gradient of dst. */
    public static PrimitiveDescriptor backwardWeights(
            Geometry geometry,
            MemoryDescriptor src,
            MemoryDescriptor diffWeights,
            @Nullable MemoryDescriptor diffBias,
            MemoryDescriptor diffDst,
            PrimitiveDescriptor forward) {
        return PrimitiveDescriptor.create(
                "convolution backward weights",
                Functions.CONVOLUTION_BACKWARD_WEIGHTS,
                src + " * " + diffDst + " → " + diffWeights,
                Attributes.NONE,
                Functions.ENGINE,
                DIRECT,
                src,
                diffWeights,
                diffBias,
                diffDst,
                geometry,
                forward);
    }
}
