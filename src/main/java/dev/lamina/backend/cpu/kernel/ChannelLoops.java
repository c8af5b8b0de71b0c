package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/**
 * Vector loops over float32 elements that share a block of channels: the parts of a batch norm. Offsets count bytes,
 * lengths elements (whole vectors); rows of {@link Coefficients} give the numbers per channel.
 */
final class ChannelLoops {
    private ChannelLoops() {}

    private static FloatVector load(MemorySegment from, long at) {
        return FloatVector.fromMemorySegment(FLOATS, from, at, ORDER);
    }

    /** Adds Σ d and Σ d², d = x − center, to two rows of sums. Four accumulators hide the latency of the additions. */
    static void moments(
            MemorySegment x, long xo, int length, MemorySegment c, long center, MemorySegment sums, long so) {
        FloatVector m = load(c, center);
        FloatVector s0 = load(sums, so);
        FloatVector q0 = load(sums, so + BYTES);
        FloatVector s1 = FloatVector.zero(FLOATS);
        FloatVector q1 = FloatVector.zero(FLOATS);
        long end = (long) length * Float.BYTES;
        long pairs = end - end % (2 * BYTES);
        for (long i = 0; i < pairs; i += 2 * BYTES) {
            FloatVector d0 = load(x, xo + i).sub(m);
            FloatVector d1 = load(x, xo + i + BYTES).sub(m);
            s0 = s0.add(d0);
            s1 = s1.add(d1);
            q0 = d0.fma(d0, q0);
            q1 = d1.fma(d1, q1);
        }
        if (pairs < end) {
            FloatVector d = load(x, xo + pairs).sub(m);
            s0 = s0.add(d);
            q0 = d.fma(d, q0);
        }
        s0.add(s1).intoMemorySegment(sums, so, ORDER);
        q0.add(q1).intoMemorySegment(sums, so + BYTES, ORDER);
    }

    /** Adds Σ g and Σ g·(x − center) to two rows of sums. */
    static void gradientSums(
            MemorySegment g,
            long go,
            MemorySegment x,
            long xo,
            int length,
            MemorySegment c,
            long center,
            MemorySegment sums,
            long so) {
        FloatVector m = load(c, center);
        FloatVector s = load(sums, so);
        FloatVector p = load(sums, so + BYTES);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            FloatVector v = load(g, go + i);
            s = s.add(v);
            p = load(x, xo + i).sub(m).fma(v, p);
        }
        s.intoMemorySegment(sums, so, ORDER);
        p.intoMemorySegment(sums, so + BYTES, ORDER);
    }

    /** dx = k·g + l·x + m, k, l, m the three rows from {@link Coefficients#GRADIENT}. In place (dx = g) is allowed. */
    static void combine(
            MemorySegment g,
            long go,
            MemorySegment x,
            long xo,
            MemorySegment dx,
            long to,
            int length,
            MemorySegment c,
            long rows) {
        FloatVector k = load(c, rows);
        FloatVector l = load(c, rows + BYTES);
        FloatVector m = load(c, rows + 2 * BYTES);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            load(x, xo + i).fma(l, load(g, go + i).fma(k, m)).intoMemorySegment(dx, to + i, ORDER);
        }
    }

    /** z = a·x + b + r, a and b two rows. */
    static void affineAdd(
            MemorySegment x,
            long xo,
            MemorySegment r,
            long ro,
            MemorySegment z,
            long zo,
            int length,
            MemorySegment c,
            long affine) {
        FloatVector a = load(c, affine);
        FloatVector b = load(c, affine + BYTES);
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            load(x, xo + i).fma(a, b).add(load(r, ro + i)).intoMemorySegment(z, zo + i, ORDER);
        }
    }

    /** o = a + b. In place is allowed. */
    static void add(MemorySegment a, long ao, MemorySegment b, long bo, MemorySegment o, long oo, int length) {
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            load(a, ao + i).add(load(b, bo + i)).intoMemorySegment(o, oo + i, ORDER);
        }
    }
}
