package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The members' working memory. The pad keeps equal offsets of two members out of the same cache sets. */
final class MemberScratch {
    private static final long PAD_BYTES = 4096 + 64;

    private final MemorySegment[] members;

    MemberScratch(int size) {
        members = new MemorySegment[size];
        MemorySegment all = Arena.ofAuto().allocate(size * (Team.SCRATCH_BYTES + PAD_BYTES), 4096);
        for (int i = 0; i < size; i++) {
            members[i] = all.asSlice(i * (Team.SCRATCH_BYTES + PAD_BYTES), Team.SCRATCH_BYTES, 64);
        }
    }

    MemorySegment of(int member) {
        return members[member];
    }
}
