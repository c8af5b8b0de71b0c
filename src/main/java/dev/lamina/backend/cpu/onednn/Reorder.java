package dev.lamina.backend.cpu.onednn;

/** The same tensor in another layout or element type (bf16 rounds to nearest even); padding of blocks becomes zero. */
public final class Reorder {
    private Reorder() {}

    public static PrimitiveDescriptor of(MemoryDescriptor src, MemoryDescriptor dst) {
        return PrimitiveDescriptor.create(
                "reorder",
                Functions.REORDER,
                src + " → " + dst,
                Attributes.NONE,
                src,
                Functions.ENGINE,
                dst,
                Functions.ENGINE);
    }
}
