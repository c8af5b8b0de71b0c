package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How a window moves over an image, as (height, width) pairs. Dilation 1 means neighboring taps lie side by side
 * (oneDNN counts the gap, 0). Padding before is above and left, after is below and right.
 */
public record Geometry(Pair stride, Pair dilation, Pair paddingBefore, Pair paddingAfter) {
    /** A value along the height and one along the width. */
    public record Pair(int height, int width) {
        public static Pair of(int both) {
            return new Pair(both, both);
        }

        MemorySegment in(Arena arena) {
            return arena.allocateFrom(ValueLayout.JAVA_LONG, height, width);
        }
    }

    /** The dilation as oneDNN counts it. */
    Pair gaps() {
        return new Pair(dilation.height - 1, dilation.width - 1);
    }

    /** The same stride and padding on all sides, no dilation. */
    public static Geometry square(int stride, int padding) {
        return new Geometry(Pair.of(stride), Pair.of(1), Pair.of(padding), Pair.of(padding));
    }
}
