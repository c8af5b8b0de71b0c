package dev.lamina.backend.cpu.kernel;

/** How one element of an activation tensor is stored. Kernels compute in float32 either way. */
public enum Precision {
    FLOAT32(4),
    /** The upper half of a float32; stores round to nearest even. */
    BFLOAT16(2);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }
}
