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
            MemoryDescriptor src,
            MemoryDescriptor weights,
            @Nullable MemoryDescriptor bias,
            MemoryDescriptor dst,
            Attributes attributes) {
        return PrimitiveDescriptor.create(
                "inner product forward",
                attributes,
                (out, arena, attr) -> Functions.INNER_PRODUCT_FORWARD.check(
                        src + " · " + weights + " → " + dst,
                        out,
                        Functions.ENGINE,
                        TRAINING,
                        src.handle(),
                        weights.handle(),
                        Convolution.orNull(bias),
                        dst.handle(),
                        attr));
    }

    /** The gradient of src from that of dst. */
    public static PrimitiveDescriptor backwardData(
            MemoryDescriptor diffSrc, MemoryDescriptor weights, MemoryDescriptor diffDst, PrimitiveDescriptor forward) {
        return PrimitiveDescriptor.create(
                "inner product backward data",
                Attributes.NONE,
                (out, arena, attr) -> Functions.INNER_PRODUCT_BACKWARD_DATA.check(
                        diffDst + " · " + weights + " → " + diffSrc,
                        out,
                        Functions.ENGINE,
                        diffSrc.handle(),
                        weights.handle(),
                        diffDst.handle(),
                        forward.handle(),
                        attr));
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
                Attributes.NONE,
                (out, arena, attr) -> Functions.INNER_PRODUCT_BACKWARD_WEIGHTS.check(
                        src + " · " + diffDst + " → " + diffWeights,
                        out,
                        Functions.ENGINE,
                        src.handle(),
                        diffWeights.handle(),
                        Convolution.orNull(diffBias),
                        diffDst.handle(),
                        forward.handle(),
                        attr));
    }
}
