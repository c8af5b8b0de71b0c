package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The members' working memory. The pad keeps equal offsets of two members out of the same cache sets. */
final class MemberScratch {
    private static final long PAD_BYTES = 4096 + 64;

    private final MemorySegment memory;

    MemberScratch(int size) {
        memory = Arena.ofAuto().allocate(size * (Team.SCRATCH_BYTES + PAD_BYTES), 4096);
    }

    long of(int member) {
        return memory.address() + member * (Team.SCRATCH_BYTES + PAD_BYTES);
    }
}
