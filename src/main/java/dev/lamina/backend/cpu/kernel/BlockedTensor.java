package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Native memory holding a tensor in the blocked layout. Padding channels hold zeros, and kernels keep them so. */
public record BlockedTensor(BlockedShape shape, Precision precision, MemorySegment memory) implements Stored {
    public BlockedTensor {
        if (!memory.isNative()) {
            throw new IllegalArgumentException("a blocked tensor lives in native memory");
        }
        if (memory.byteSize() < shape.elements() * precision.bytes()) {
            throw new IllegalArgumentException("%s in %s needs %d bytes, got %d"
                    .formatted(shape, precision, shape.elements() * precision.bytes(), memory.byteSize()));
        }
    }

    /** A tensor of zeros, 64-byte aligned. */
    public static BlockedTensor allocate(Arena arena, BlockedShape shape, Precision precision) {
        return new BlockedTensor(shape, precision, arena.allocate(shape.elements() * precision.bytes(), 64));
    }

    /** One stored element. */
    float get(long element) {
        return isFloat32()
                ? memory.getAtIndex(ValueLayout.JAVA_FLOAT, element)
                : Float.intBitsToFloat(memory.getAtIndex(ValueLayout.JAVA_SHORT, element) << 16);
    }
}
