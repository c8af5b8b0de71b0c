package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Working memory shared by all Winograd convolutions of one session: they run one after the other. A convolution
 * reserves at plan time, which allocates nothing, and is provided for when it is bound; the largest reservation of each
 * kind serves all, so that memory of a smaller one is never left behind.
 * Operands of products are float arrays: C2 makes fewer instructions of indexed loads from arrays than from native
 * memory (measured: products up to twice as fast). What only transforms touch lies in native memory, aligned.
 */
public final class WinogradScratch {
    /** Where operands begin in their arrays: behind the header this is a multiple of 64 bytes, if the object's address is. */
    static final int BASE = 12;

    private final Member[] members;
    private Need largest = new Need(0, 0, 0, 0);
    private float[] shared = new float[0];

    public WinogradScratch(Team team) {
        members = new Member[team.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = new Member();
        }
    }

    /**
     * What one convolution needs, in floats.
     *
     * @param band of six rows of pixels with their border, which each member has twice
     */
    record Need(long sharedOperands, long memberOperands, long memberResults, long band) {
        private Need max(Need other) {
            return new Need(
                    Math.max(sharedOperands, other.sharedOperands),
                    Math.max(memberOperands, other.memberOperands),
                    Math.max(memberResults, other.memberResults),
                    Math.max(band, other.band));
        }

        private long bytes(int members) {
            return Float.BYTES * (sharedOperands + members * (memberOperands + memberResults + 2 * band));
        }
    }

    /** Native memory that grows when more is reserved. */
    private static final class Region {
        private MemorySegment memory = MemorySegment.NULL;

        private void reserve(long floats) {
            if (memory.byteSize() < floats * Float.BYTES) {
                memory = Arena.ofAuto().allocate(floats * Float.BYTES, 64);
            }
        }
    }

    /** Memory of one member of the team. */
    static final class Member {
        /** One block of transposed weights, tap by tap. */
        final float[] taps = new float[9 * Lanes.COUNT * Lanes.COUNT];

        /** Half-transformed taps of one input channel. */
        final float[] half = new float[6 * 3 * Lanes.COUNT];

        private final Region results = new Region();
        private final Region rows = new Region();
        private final Region band = new Region();
        private final Region work = new Region();
        private float[] operands = new float[0];

        /** Transformed operands, from {@link #BASE} on. */
        float[] operands() {
            return operands;
        }

        /** What products are written to. */
        long results() {
            return results.memory.address();
        }

        /** Six transformed rows of pixels with their border. */
        long band() {
            return band.memory.address();
        }

        /** Six rows of pixels, for bands that reach over the edge. */
        long rows() {
            return rows.memory.address();
        }

        /** Half-transformed tiles, 48 vectors. */
        long work() {
            return work.memory.address();
        }

        /** One 4×4 tile of pixels, for tiles that reach over the edge. */
        long tile() {
            return work() + 48L * Lanes.BYTES;
        }

        private void provide(Need need) {
            work.reserve(64L * Lanes.COUNT);
            band.reserve(need.band);
            rows.reserve(need.band);
            results.reserve(need.memberResults);
            operands = grown(operands, need.memberOperands);
        }
    }

    private static float[] grown(float[] operands, long floats) {
        return operands.length < floats + BASE ? new float[Math.toIntExact(floats + BASE)] : operands;
    }

    /** Counts a need in with those to be provided for. */
    void reserve(Need need) {
        largest = largest.max(need);
    }

    /** Makes sure of the memory for a need, and for all that were reserved before it. */
    void provide(Need need) {
        reserve(need);
        shared = grown(shared, largest.sharedOperands);
        for (Member member : members) {
            member.provide(largest);
        }
    }

    /** Operands that all members use, from {@link #BASE} on. */
    float[] shared() {
        return shared;
    }

    Member member(int member) {
        return members[member];
    }

    /** What all that was reserved takes, once it is provided for. */
    public long memoryBytes() {
        return largest.bytes(members.length);
    }
}
