package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A tensor for oneDNN: what it is and where it lies. The segment is the caller's and outlives every launch on it. */
public record Memory(MemoryDescriptor descriptor, MemorySegment segment) {
    /** oneDNN's vector loads are fastest from cache-line addresses. */
    public static final long ALIGNMENT_BYTES = 64;

    public Memory {
        if (segment.byteSize() < descriptor.sizeBytes()) {
            throw new IllegalArgumentException(
                    descriptor + " needs " + descriptor.sizeBytes() + " bytes, got " + segment.byteSize());
        }
    }

    /** Fresh zeroed memory for a descriptor. */
    public static Memory allocate(Arena arena, MemoryDescriptor descriptor) {
        return new Memory(descriptor, arena.allocate(Math.max(1, descriptor.sizeBytes()), ALIGNMENT_BYTES));
    }
}
