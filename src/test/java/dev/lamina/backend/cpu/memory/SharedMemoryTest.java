package dev.lamina.backend.cpu.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
    @Test
    void itMovesOnlyToGrow() {
        try (SharedMemory memory = new SharedMemory()) {
            memory.reserve(5 << 20);
            int generation = memory.generation();
            MemorySegment segment = memory.segment();
            memory.reserve(1 << 20);
            assertEquals(generation, memory.generation());
            assertEquals(segment, memory.segment());
            memory.reserve(50 << 20);
            assertNotEquals(generation, memory.generation());
            assertThrows(IllegalStateException.class, () -> segment.get(ValueLayout.JAVA_BYTE, 0));
        }
    }

    @Test
    void pagesAreZeroedAlignedAndWritableToTheEnd() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment pages = Pages.allocate(arena, 3_000_001);
            assertEquals(0, pages.address() % (2 << 20));
            assertEquals(4 << 20, pages.byteSize());
            assertEquals(-1, pages.mismatch(MemorySegment.ofArray(new byte[4 << 20])));
            pages.fill((byte) 1);
            assertEquals(1, pages.get(ValueLayout.JAVA_BYTE, pages.byteSize() - 1));
        }
    }

    @Test
    void whatTheMachineCannotGiveIsAnOutOfMemoryError() {
        try (Arena arena = Arena.ofShared()) {
            assertThrows(OutOfMemoryError.class, () -> Pages.allocate(arena, 1L << 55));
        }
    }
}
