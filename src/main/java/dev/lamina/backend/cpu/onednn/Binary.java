package dev.lamina.backend.cpu.onednn;

/** dst = src ∘ src1, element by element; an axis of length 1 in src1 is repeated. */
public final class Binary {
    /** The operation, with oneDNN's codes (dnnl_alg_kind_t). */
    public enum Kind {
        ADD(131056),
        MULTIPLY(131057);

        final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    private Binary() {}

    public static PrimitiveDescriptor of(
            Kind kind, MemoryDescriptor src, MemoryDescriptor src1, MemoryDescriptor dst, Attributes attributes) {
        return PrimitiveDescriptor.create(
                "binary",
                attributes,
                (out, arena, attr) -> Functions.BINARY.check(
                        kind + " " + src + ", " + src1 + " → " + dst,
                        out,
                        Functions.ENGINE,
                        kind.code,
                        src.handle(),
                        src1.handle(),
                        dst.handle(),
                        attr));
    }
}
