package dev.lamina.backend.cpu.memory;

import java.lang.foreign.MemorySegment;

/** A stretch of memory that steps of a plan read and write. Buffers are told apart by identity, not content. */
public abstract sealed class Buffer permits Buffer.Planned, Buffer.Fixed {
    private final long sizeBytes;

    private Buffer(long sizeBytes) {
        this.sizeBytes = sizeBytes;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    /** Needed between the first and the last step that touch it; its place comes from {@link Packing}. */
    public static final class Planned extends Buffer {
        public Planned(long sizeBytes) {
            super(sizeBytes);
        }
    }

    /** Memory that is there before, during and after a run. */
    public static final class Fixed extends Buffer {
        private final MemorySegment segment;

        public Fixed(MemorySegment segment) {
            super(segment.byteSize());
            this.segment = segment;
        }

        public MemorySegment segment() {
            return segment;
        }
    }
}
