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
                Functions.POOLING_FORWARD,
                kind + " " + src + " → " + dst,
                Attributes.NONE,
                Functions.ENGINE,
                TRAINING,
                kind.code,
                src,
                dst,
                geometry.stride(),
                window,
                geometry.gaps(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
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
                Functions.POOLING_BACKWARD,
                kind + " " + diffDst + " → " + diffSrc,
                Attributes.NONE,
                Functions.ENGINE,
                kind.code,
                diffSrc,
                diffDst,
                geometry.stride(),
                window,
                geometry.gaps(),
                geometry.paddingBefore(),
                geometry.paddingAfter(),
                forward);
    }
}
