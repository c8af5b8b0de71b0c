package dev.lamina.backend.cpu.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Offsets of planned buffers in one stretch of memory, such that buffers in use at the same time do not overlap.
 * Greedy by size: the largest buffer first, each at the lowest offset free throughout its life
 * (Pisarchyk and Lee 2020, "Greedy by Size for Offset Calculation"). Deterministic.
 */
public final class Packing {
    /** A page of 4 KiB: tensors start on pages, which keeps vector loads aligned and streams apart. */
    private static final long ALIGNMENT_BYTES = 4096;

    private record Placed(Lifetimes.Span span, long from, long to) {}

    private final Lifetimes lifetimes;
    private final IdentityHashMap<Buffer.Planned, Long> offsets = new IdentityHashMap<>();
    private final long sizeBytes;

    public Packing(Lifetimes lifetimes) {
        this.lifetimes = lifetimes;
        List<Map.Entry<Buffer.Planned, Lifetimes.Span>> bySize =
                new ArrayList<>(lifetimes.spans().entrySet());
        bySize.sort(Comparator.comparingLong(entry -> -entry.getKey().sizeBytes()));
        List<Placed> placed = new ArrayList<>();
        long end = 0;
        for (Map.Entry<Buffer.Planned, Lifetimes.Span> entry : bySize) {
            long size = aligned(entry.getKey().sizeBytes());
            long offset = lowestFree(placed, entry.getValue(), size);
            offsets.put(entry.getKey(), offset);
            insert(placed, new Placed(entry.getValue(), offset, offset + size));
            end = Math.max(end, offset + size);
        }
        sizeBytes = end;
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
    }

    private static long lowestFree(List<Placed> placed, Lifetimes.Span span, long size) {
        long offset = 0;
        for (Placed other : placed) {
            if (other.span.overlaps(span)) {
                if (other.from - offset >= size) {
                    return offset;
                }
                offset = Math.max(offset, other.to);
            }
        }
        return offset;
    }

    /** Keeps the list in order of offsets. */
    private static void insert(List<Placed> placed, Placed added) {
        int at = 0;
        while (at < placed.size() && placed.get(at).from <= added.from) {
            at++;
        }
        placed.add(at, added);
    }

    /** Where a buffer begins. */
    public long offset(Buffer.Planned buffer) {
        Long offset = offsets.get(lifetimes.host(buffer));
        if (offset == null) {
            throw new IllegalArgumentException("no step touches this buffer of " + buffer.sizeBytes() + " bytes");
        }
        return offset;
    }

    /** Bytes all buffers take together. */
    public long sizeBytes() {
        return sizeBytes;
    }
}
