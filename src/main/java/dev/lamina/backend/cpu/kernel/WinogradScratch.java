package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Working memory shared by all Winograd convolutions of one session: they run one after the other. A convolution
 * reserves at plan time and asks for the arrays when it runs, so the largest reservation serves all. On the heap,
 * because C2 turns indexed loads of float arrays into fewer instructions than those of memory segments.
 */
public final class WinogradScratch {
    private final Member[] members;
    private float[] shared = new float[0];

    public WinogradScratch(Team team) {
        members = new Member[team.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = new Member();
        }
    }

    /** Memory of one member of the team. */
    static final class Member {
        /** Six transformed rows of pixels with their border. */
        float[] band = new float[0];
        /** Six rows of pixels, for bands that reach over the edge. */
        private MemorySegment rows = MemorySegment.NULL;
        /** Half-transformed tiles and taps. */
        final float[] work = new float[2 * 6 * 6 * WinogradGeometry.LANES];
        /** One block of transposed weights, tap by tap. */
        final float[] taps = new float[9 * 256];
        /** One 4×4 tile of pixels, for tiles that reach over the edge. */
        private final MemorySegment tile = Arena.ofAuto().allocate(16 * 64, 64);
        /** Whatever a launch lays out in it. */
        float[] memory = new float[0];

        long rows() {
            return rows.address();
        }

        long tile() {
            return tile.address();
        }

        private void reserve(WinogradGeometry geometry, int floats) {
            int bandFloats = 6 * geometry.bandPitch();
            if (band.length < bandFloats) {
                band = new float[bandFloats];
                rows = Arena.ofAuto().allocate(bandFloats * 4L, 64);
            }
            if (memory.length < floats) {
                memory = new float[floats];
            }
        }
    }

    void reserve(WinogradGeometry geometry, int sharedFloats, int memberFloats) {
        if (shared.length < sharedFloats) {
            shared = new float[sharedFloats];
        }
        for (Member member : members) {
            member.reserve(geometry, memberFloats);
        }
    }

    float[] shared() {
        return shared;
    }

    Member member(int member) {
        return members[member];
    }

    /** What is held at present. */
    public long memoryBytes() {
        long floats = shared.length;
        for (Member member : members) {
            floats += member.memory.length + 2L * member.band.length;
        }
        return floats * Float.BYTES;
    }
}
