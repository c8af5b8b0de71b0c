package dev.lamina.backend.cpu.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One stretch of memory for whichever plan runs at the moment. It grows to the largest demand; growing moves it, so
 * whoever holds addresses compares {@link #generation} before use.
 */
public final class SharedMemory implements AutoCloseable {
    private Arena arena = Arena.ofShared();
    private MemorySegment segment = MemorySegment.NULL;
    private int generation;

    /** Makes sure of at least so many bytes; the contents are lost if it has to move. */
    public void reserve(long sizeBytes) {
        if (segment.byteSize() < sizeBytes) {
            arena.close();
            arena = Arena.ofShared();
            segment = MemorySegment.NULL;
            segment = Pages.allocate(arena, sizeBytes);
            generation++;
        }
    }

    public MemorySegment segment() {
        return segment;
    }

    /** Changes whenever the memory moves. */
    public int generation() {
        return generation;
    }

    @Override
    public void close() {
        arena.close();
        segment = MemorySegment.NULL;
    }
}
