package dev.lamina.backend.cpu.onednn;

import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer: dst[n,o] = bias[o] + Σ_i weights[o,i] · src[n,i], where i runs over all axes of src but the
 * first. Shapes: src [N, I] or [N, C, H, W]; weights [O, I] or [O, C, H, W]; bias [O]; dst [N, O].
 */
public final class InnerProduct {
    private static final int TRAINING = 64;

    private InnerProduct() {}

    public static PrimitiveDescriptor forward(
            MemoryDescriptor src, MemoryDescriptor weights, @Nullable MemoryDescriptor bias, MemoryDescriptor dst) {
        return PrimitiveDescriptor.create(
                "inner product forward",
                Functions.INNER_PRODUCT_FORWARD,
                src + " · " + weights + " → " + dst,
                Attributes.NONE,
                Functions.ENGINE,
                TRAINING,
                src,
                weights,
                bias,
                dst);
    }

    /** The gradient of src from that of dst. */
    public static PrimitiveDescriptor backwardData(
            MemoryDescriptor diffSrc, MemoryDescriptor weights, MemoryDescriptor diffDst, PrimitiveDescriptor forward) {
        return PrimitiveDescriptor.create(
                "inner product backward data",
                Functions.INNER_PRODUCT_BACKWARD_DATA,
                diffDst + " · " + weights + " → " + diffSrc,
                Attributes.NONE,
                Functions.ENGINE,
                diffSrc,
                weights,
                diffDst,
                forward);
    }

    /** The gradients of weights and bias, overwritten, from src and the gradient of dst. */
    public static PrimitiveDescriptor backwardWeights(
            MemoryDescriptor src,
            MemoryDescriptor diffWeights,
            @Nullable MemoryDescriptor diffBias,
            MemoryDescriptor diffDst,
            PrimitiveDescriptor forward) {
        return PrimitiveDescriptor.create(
                "inner product backward weights",
                Functions.INNER_PRODUCT_BACKWARD_WEIGHTS,
                src + " · " + diffDst + " → " + diffWeights,
                Attributes.NONE,
                Functions.ENGINE,
                src,
                diffWeights,
                diffBias,
                diffDst,
                forward);
    }
}
