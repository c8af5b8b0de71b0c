package dev.lamina.backend.cpu.onednn;

/**
 * Pooling over windows, per channel. Maximum pooling in training writes a workspace that its backward pass reads.
 * Shapes: src [N, C, H, W], dst [N, C, H', W'].
 */
public final class Pooling {
    /** What is taken of a window, with oneDNN's codes (dnnl_alg_kind_t). */
    public enum Kind {
        MAX(511),
        /** The mean over the window's full area, padding counted as zeros. */
        AVERAGE_WITH_PADDING(767),
        /** The mean over the part of the window that lies on the image. */
        AVERAGE(1023);

        final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    private static final int TRAINING = 64;

    private Pooling() {}

    public static PrimitiveDescriptor forward(
            Kind kind, Geometry.Pair window, Geometry geometry, MemoryDescriptor src, MemoryDescriptor dst) {
        return PrimitiveDescriptor.create(
                "pooling forward",
                Attributes.NONE,
                (out, arena, attr) -> Functions.POOLING_FORWARD.check(
                        kind + " " + src + " → " + dst,
                        out,
                        Functions.ENGINE,
                        TRAINING,
                        kind.code,
                        src.handle(),
                        dst.handle(),
                        geometry.stride().in(arena),
                        window.in(arena),
                        geometry.dilation().minus(1, arena),
                        geometry.paddingBefore().in(arena),
                        geometry.paddingAfter().in(arena),
                        attr));
    }

    /** The gradient of src from that of dst. */
    public static PrimitiveDescriptor backward(
            Kind kind,
            Geometry.Pair window,
            Geometry geometry,
            MemoryDescriptor diffSrc,
            MemoryDescriptor diffDst,
            PrimitiveDescriptor forward) {
        return PrimitiveDescriptor.create(
                "pooling backward",
                Attributes.NONE,
                (out, arena, attr) -> Functions.POOLING_BACKWARD.check(
                        kind + " " + diffDst + " → " + diffSrc,
                        out,
                        Functions.ENGINE,
                        kind.code,
                        diffSrc.handle(),
                        diffDst.handle(),
                        geometry.stride().in(arena),
                        window.in(arena),
                        geometry.dilation().minus(1, arena),
                        geometry.paddingBefore().in(arena),
                        geometry.paddingAfter().in(arena),
                        forward.handle(),
                        attr));
    }
}
