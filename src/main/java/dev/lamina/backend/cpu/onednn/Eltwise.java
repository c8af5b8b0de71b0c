package dev.lamina.backend.cpu.onednn;

/** A function of one element applied to a whole tensor; source and destination may be the same memory. */
public final class Eltwise {
    private static final int TRAINING = 64;

    private Eltwise() {}

    public static PrimitiveDescriptor forward(
            EltwiseFunction function, float alpha, float beta, MemoryDescriptor src, MemoryDescriptor dst) {
        return PrimitiveDescriptor.create(
                "eltwise forward",
                Attributes.NONE,
                (out, arena, attr) -> Functions.ELTWISE_FORWARD.check(
                        function + " " + src,
                        out,
                        Functions.ENGINE,
                        TRAINING,
                        function.code,
                        src.handle(),
                        dst.handle(),
                        alpha,
                        beta,
                        attr));
    }

    /** diffSrc = f'(·) diffDst, where the derivative is taken from SRC, or from DST by the FROM_DST functions. */
    public static PrimitiveDescriptor backward(
            EltwiseFunction function,
            float alpha,
            float beta,
            MemoryDescriptor data,
            MemoryDescriptor diff,
            PrimitiveDescriptor forward) {
        return PrimitiveDescriptor.create(
                "eltwise backward",
                Attributes.NONE,
                (out, arena, attr) -> Functions.ELTWISE_BACKWARD.check(
                        function + " " + data,
                        out,
                        Functions.ENGINE,
                        function.code,
                        diff.handle(),
                        diff.handle(),
                        data.handle(),
                        alpha,
                        beta,
                        forward.handle(),
                        attr));
    }

    /** The argument a backward launch reads its derivative from. */
    public static Argument derivativeSource(EltwiseFunction function) {
        return function.derivativeFromResult() ? Argument.DST : Argument.SRC;
    }
}
