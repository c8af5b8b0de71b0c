package dev.lamina.backend.cpu.onednn;

import org.jspecify.annotations.Nullable;

/** dst = src · weights + bias. Shapes: src [M, K], weights [K, N], bias [1, N], dst [M, N]. */
public final class MatMul {
    private MatMul() {}

    public static PrimitiveDescriptor of(
            MemoryDescriptor src,
            MemoryDescriptor weights,
            @Nullable MemoryDescriptor bias,
            MemoryDescriptor dst,
            Attributes attributes) {
        return PrimitiveDescriptor.create(
                "matmul",
                attributes,
                (out, arena, attr) -> Functions.MATMUL.check(
                        src + " · " + weights + " → " + dst,
                        out,
                        Functions.ENGINE,
                        src.handle(),
                        weights.handle(),
                        Convolution.orNull(bias),
                        dst.handle(),
                        attr));
    }
}
