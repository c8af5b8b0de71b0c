package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;

/**
 * Vector loops over float32 elements that share a block of channels. Arguments are addresses, lengths count elements
 * (whole vectors); rows of {@link Coefficients} give the numbers per channel, sums are rows that are added to.
 */
final class ChannelLoops {
    private ChannelLoops() {}

    /** Adds Σ d and Σ d², d = x − center, to two rows of sums. Four accumulators hide the latency of the additions. */
    static void moments(long x, int length, long center, long sums) {
        FloatVector m = load(center);
        FloatVector s0 = load(sums);
        FloatVector q0 = load(sums + BYTES);
        FloatVector s1 = FloatVector.zero(FLOATS);
        FloatVector q1 = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        int pairs = end - end % (2 * BYTES);
        for (int i = 0; i < pairs; i += 2 * BYTES) {
            FloatVector d0 = load(x + i).sub(m);
            FloatVector d1 = load(x + i + BYTES).sub(m);
            s0 = s0.add(d0);
            s1 = s1.add(d1);
            q0 = d0.fma(d0, q0);
            q1 = d1.fma(d1, q1);
        }
        if (pairs < end) {
            FloatVector d = load(x + pairs).sub(m);
            s0 = s0.add(d);
            q0 = d.fma(d, q0);
        }
        store(s0.add(s1), sums);
        store(q0.add(q1), sums + BYTES);
    }

    /** Adds Σ x to one row of sums. */
    static void sum(long x, int length, long sums) {
        FloatVector s = load(sums);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            s = s.add(load(x + i));
        }
        store(s, sums);
    }

    /** Adds Σ g and Σ g·(x − center) to two rows of sums. */
    static void gradientSums(long g, long x, int length, long center, long sums) {
        FloatVector m = load(center);
        FloatVector s = load(sums);
        FloatVector p = load(sums + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = load(g + i);
            s = s.add(v);
            p = load(x + i).sub(m).fma(v, p);
        }
        store(s, sums);
        store(p, sums + BYTES);
    }

    /** z = a·x + b + r, a and b two rows. */
    static void affineAdd(long x, long r, long z, int length, long affine) {
        FloatVector a = load(affine);
        FloatVector b = load(affine + BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(x + i).fma(a, b).add(load(r + i)), z + i);
        }
    }

    /** dx = k·g + l·x + m, k, l, m the three rows from {@link Coefficients#GRADIENT}. In place (dx = g) is allowed. */
    static void combine(long g, long x, long dx, int length, long rows) {
        FloatVector k = load(rows);
        FloatVector l = load(rows + BYTES);
        FloatVector m = load(rows + 2L * BYTES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(x + i).fma(l, load(g + i).fma(k, m)), dx + i);
        }
    }

    /** out = a + b. In place is allowed. */
    static void add(long a, long b, long out, int length) {
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            store(load(a + i).add(load(b + i)), out + i);
        }
    }
}
