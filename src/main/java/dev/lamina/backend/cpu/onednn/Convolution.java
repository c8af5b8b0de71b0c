package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.MemorySegment;
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
            MemoryDescriptor dst,
            Attributes attributes) {
        String what = src + " * " + weights + " → " + dst;
        return PrimitiveDescriptor.create(
                "convolution forward",
                attributes,
                (out, arena, attr) -> Functions.CONVOLUTION_FORWARD.check(
                        what,
                        out,
                        Functions.ENGINE,
                        TRAINING,
                        DIRECT,
                        src.handle(),
                        weights.handle(),
                        orNull(bias),
                        dst.handle(),
                        geometry.stride().in(arena),
                        geometry.dilation().minus(1, arena),
                        geometry.paddingBefore().in(arena),
                        geometry.paddingAfter().in(arena),
                        attr));
    }

    /** The gradient of src from that of dst. */
    public static PrimitiveDescriptor backwardData(
            Geometry geometry,
            MemoryDescriptor diffSrc,
            MemoryDescriptor weights,
            MemoryDescriptor diffDst,
            PrimitiveDescriptor forward) {
        String what = diffDst + " * " + weights + " → " + diffSrc;
        return PrimitiveDescriptor.create(
                "convolution backward data",
                Attributes.NONE,
                (out, arena, attr) -> Functions.CONVOLUTION_BACKWARD_DATA.check(
                        what,
                        out,
                        Functions.ENGINE,
                        DIRECT,
                        diffSrc.handle(),
                        weights.handle(),
                        diffDst.handle(),
                        geometry.stride().in(arena),
                        geometry.dilation().minus(1, arena),
                        geometry.paddingBefore().in(arena),
                        geometry.paddingAfter().in(arena),
                        forward.handle(),
                        attr));
    }

    /** The gradients of weights and bias, overwritten, from src and the gradient of dst. */
    public static PrimitiveDescriptor backwardWeights(
            Geometry geometry,
            MemoryDescriptor src,
            MemoryDescriptor diffWeights,
            @Nullable MemoryDescriptor diffBias,
            MemoryDescriptor diffDst,
            PrimitiveDescriptor forward) {
        String what = src + " * " + diffDst + " → " + diffWeights;
        return PrimitiveDescriptor.create(
                "convolution backward weights",
                Attributes.NONE,
                (out, arena, attr) -> Functions.CONVOLUTION_BACKWARD_WEIGHTS.check(
                        what,
                        out,
                        Functions.ENGINE,
                        DIRECT,
                        src.handle(),
                        diffWeights.handle(),
                        orNull(diffBias),
                        diffDst.handle(),
                        geometry.stride().in(arena),
                        geometry.dilation().minus(1, arena),
                        geometry.paddingBefore().in(arena),
                        geometry.paddingAfter().in(arena),
                        forward.handle(),
                        attr));
    }

    static MemorySegment orNull(@Nullable MemoryDescriptor descriptor) {
        return descriptor == null ? MemorySegment.NULL : descriptor.handle();
    }
}
