package dev.lamina.backend.tornado.plan;

import java.util.Map;
import java.util.TreeMap;

/** Hands out stretches of a growing memory and takes them back; each begins at a multiple of 32 floats (128 bytes). */
final class FreeList {
    private static final int ALIGNMENT = 32;

    /** Free stretches below the end: first float → length. */
    private final TreeMap<Long, Long> free = new TreeMap<>();

    private long end;

    /** @param start where the first stretch may begin */
    FreeList(long start) {
        end = aligned(start);
    }

    static long aligned(long size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The end of all that was ever handed out. */
    long end() {
        return end;
    }

    /** The smallest free stretch that is long enough, or new memory at the end. */
    long take(long size) {
        long length = aligned(size);
        Map.Entry<Long, Long> best = null;
        for (Map.Entry<Long, Long> stretch : free.entrySet()) {
            if (stretch.getValue() >= length && (best == null || stretch.getValue() < best.getValue())) {
                best = stretch;
            }
        }
        if (best == null) {
            long start = end;
            end += length;
            return start;
        }
        long start = best.getKey();
        long rest = best.getValue() - length;
        free.remove(start);
        if (rest > 0) {
            free.put(start + length, rest);
        }
        return start;
    }

    /** Returns what {@link #take} handed out. */
    void giveBack(long start, long size) {
        long from = start;
        long length = aligned(size);
        Map.Entry<Long, Long> before = free.lowerEntry(from);
        if (before != null && before.getKey() + before.getValue() == from) {
            from = before.getKey();
            length += before.getValue();
            free.remove(from);
        }
        Long after = free.remove(from + length);
        free.put(from, after == null ? length : length + after);
    }
}
