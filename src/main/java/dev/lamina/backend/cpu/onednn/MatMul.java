package dev.lamina.backend.cpu.onednn;

/** dst = src · weights. Shapes: src [M, K], weights [K, N], dst [M, N]. */
public final class MatMul {
    private MatMul() {}

    public static PrimitiveDescriptor of(
            MemoryDescriptor src, MemoryDescriptor weights, MemoryDescriptor dst, Attributes attributes) {
        return PrimitiveDescriptor.create(
                "matmul",
                Functions.MATMUL,
                src + " · " + weights + " → " + dst,
                attributes,
                Functions.ENGINE,
                src,
                weights,
                null,
                dst);
    }
}
