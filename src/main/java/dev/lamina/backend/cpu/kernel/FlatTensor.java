package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;

/** A tensor as a row of elements, whatever its axes: plain [N, F] memory, parameters, or all of a blocked tensor. */
public record FlatTensor(long length, Precision precision, MemorySegment memory) implements Stored {
    public FlatTensor {
        if (!memory.isNative() || memory.byteSize() < length * precision.bytes()) {
            throw new IllegalArgumentException("%d elements in %s need %d bytes of native memory, got %d"
                    .formatted(length, precision, length * precision.bytes(), memory.byteSize()));
        }
    }

    /** float32 elements at the beginning of the memory. */
    public static FlatTensor of(MemorySegment memory, long length) {
        return new FlatTensor(length, Precision.FLOAT32, memory);
    }
}
