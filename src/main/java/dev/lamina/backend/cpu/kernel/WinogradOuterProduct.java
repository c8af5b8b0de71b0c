package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.COUNT;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;
import static dev.lamina.backend.cpu.kernel.Memory.load;

import jdk.incubator.vector.FloatVector;

/**
 * The 36 small matrix products of a Winograd weight gradient: u[c][o] += Σ_t v[t][c] d[t][o], o in vectors of B lanes,
 * the sum over tiles. Hand-unrolled so that all accumulators stay in registers (see {@link WinogradProduct}).
 */
final class WinogradOuterProduct {
    private WinogradOuterProduct() {}

    /**
     * All channels of one input block against all output blocks.
     * @param v             input tiles [tile][B channels]
     * @param d             gradient tiles [output block][tile][B lanes], blocks ds floats apart
     * @param u             address of sums [B channels][output block][B lanes], channels channelBytes apart, added to
     */
    static void accumulate(
            int outputBlocks, int tiles, float[] v, int vo, float[] d, int dx, int ds, long u, long channelBytes) {
        int group = WinogradGeometry.group(outputBlocks);
        for (int o = 0; o < outputBlocks; o += group) {
            int from = dx + o * ds;
            long to = u + (long) o * BYTES;
            switch (group) {
                case 1 -> {
                    for (int c = 0; c < COUNT; c += 4) {
                        accumulate1x4(v, vo + c, d, from, to + c * channelBytes, channelBytes, tiles);
                    }
                }
                case 2 -> {
                    for (int c = 0; c < COUNT; c += 4) {
                        accumulate2x4(v, vo + c, d, from, ds, to + c * channelBytes, channelBytes, tiles);
                    }
                }
                default -> {
                    for (int c = 0; c < COUNT; c += 4) {
                        accumulate4x4(v, vo + c, d, from, ds, to + c * channelBytes, channelBytes, tiles);
                    }
                }
            }
        }
    }

    private static void accumulate4x4(
            float[] v, int vo, float[] d, int dx, int ds, long u, long channelBytes, int tiles) {
        FloatVector a0 = load(u);
        FloatVector b0 = load(u + BYTES);
        FloatVector c0 = load(u + 2L * BYTES);
        FloatVector d0 = load(u + 3L * BYTES);
        FloatVector a1 = load(u + channelBytes);
        FloatVector b1 = load(u + channelBytes + BYTES);
        FloatVector c1 = load(u + channelBytes + 2L * BYTES);
        FloatVector d1 = load(u + channelBytes + 3L * BYTES);
        FloatVector a2 = load(u + 2L * channelBytes);
        FloatVector b2 = load(u + 2L * channelBytes + BYTES);
        FloatVector c2 = load(u + 2L * channelBytes + 2L * BYTES);
        FloatVector d2 = load(u + 2L * channelBytes + 3L * BYTES);
        FloatVector a3 = load(u + 3L * channelBytes);
        FloatVector b3 = load(u + 3L * channelBytes + BYTES);
        FloatVector c3 = load(u + 3L * channelBytes + 2L * BYTES);
        FloatVector d3 = load(u + 3L * channelBytes + 3L * BYTES);
        for (int t = 0; t < tiles * COUNT; t += COUNT) {
            FloatVector wa = FloatVector.fromArray(FLOATS, d, dx + t);
            FloatVector wb = FloatVector.fromArray(FLOATS, d, dx + ds + t);
            FloatVector wc = FloatVector.fromArray(FLOATS, d, dx + 2 * ds + t);
            FloatVector wd = FloatVector.fromArray(FLOATS, d, dx + 3 * ds + t);
            FloatVector s = FloatVector.broadcast(FLOATS, v[vo + t]);
            a0 = wa.fma(s, a0);
            b0 = wb.fma(s, b0);
            c0 = wc.fma(s, c0);
            d0 = wd.fma(s, d0);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 1]);
            a1 = wa.fma(s, a1);
            b1 = wb.fma(s, b1);
            c1 = wc.fma(s, c1);
            d1 = wd.fma(s, d1);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 2]);
            a2 = wa.fma(s, a2);
            b2 = wb.fma(s, b2);
            c2 = wc.fma(s, c2);
            d2 = wd.fma(s, d2);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 3]);
            a3 = wa.fma(s, a3);
            b3 = wb.fma(s, b3);
            c3 = wc.fma(s, c3);
            d3 = wd.fma(s, d3);
        }
        a0.intoMemorySegment(ALL, u, ORDER);
        b0.intoMemorySegment(ALL, u + BYTES, ORDER);
        c0.intoMemorySegment(ALL, u + 2L * BYTES, ORDER);
        d0.intoMemorySegment(ALL, u + 3L * BYTES, ORDER);
        a1.intoMemorySegment(ALL, u + channelBytes, ORDER);
        b1.intoMemorySegment(ALL, u + channelBytes + BYTES, ORDER);
        c1.intoMemorySegment(ALL, u + channelBytes + 2L * BYTES, ORDER);
        d1.intoMemorySegment(ALL, u + channelBytes + 3L * BYTES, ORDER);
        a2.intoMemorySegment(ALL, u + 2L * channelBytes, ORDER);
        b2.intoMemorySegment(ALL, u + 2L * channelBytes + BYTES, ORDER);
        c2.intoMemorySegment(ALL, u + 2L * channelBytes + 2L * BYTES, ORDER);
        d2.intoMemorySegment(ALL, u + 2L * channelBytes + 3L * BYTES, ORDER);
        a3.intoMemorySegment(ALL, u + 3L * channelBytes, ORDER);
        b3.intoMemorySegment(ALL, u + 3L * channelBytes + BYTES, ORDER);
        c3.intoMemorySegment(ALL, u + 3L * channelBytes + 2L * BYTES, ORDER);
        d3.intoMemorySegment(ALL, u + 3L * channelBytes + 3L * BYTES, ORDER);
    }

    private static void accumulate2x4(
            float[] v, int vo, float[] d, int dx, int ds, long u, long channelBytes, int tiles) {
        FloatVector a0 = load(u);
        FloatVector b0 = load(u + BYTES);
        FloatVector a1 = load(u + channelBytes);
        FloatVector b1 = load(u + channelBytes + BYTES);
        FloatVector a2 = load(u + 2L * channelBytes);
        FloatVector b2 = load(u + 2L * channelBytes + BYTES);
        FloatVector a3 = load(u + 3L * channelBytes);
        FloatVector b3 = load(u + 3L * channelBytes + BYTES);
        for (int t = 0; t < tiles * COUNT; t += COUNT) {
            FloatVector wa = FloatVector.fromArray(FLOATS, d, dx + t);
            FloatVector wb = FloatVector.fromArray(FLOATS, d, dx + ds + t);
            FloatVector s = FloatVector.broadcast(FLOATS, v[vo + t]);
            a0 = wa.fma(s, a0);
            b0 = wb.fma(s, b0);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 1]);
            a1 = wa.fma(s, a1);
            b1 = wb.fma(s, b1);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 2]);
            a2 = wa.fma(s, a2);
            b2 = wb.fma(s, b2);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 3]);
            a3 = wa.fma(s, a3);
            b3 = wb.fma(s, b3);
        }
        a0.intoMemorySegment(ALL, u, ORDER);
        b0.intoMemorySegment(ALL, u + BYTES, ORDER);
        a1.intoMemorySegment(ALL, u + channelBytes, ORDER);
        b1.intoMemorySegment(ALL, u + channelBytes + BYTES, ORDER);
        a2.intoMemorySegment(ALL, u + 2L * channelBytes, ORDER);
        b2.intoMemorySegment(ALL, u + 2L * channelBytes + BYTES, ORDER);
        a3.intoMemorySegment(ALL, u + 3L * channelBytes, ORDER);
        b3.intoMemorySegment(ALL, u + 3L * channelBytes + BYTES, ORDER);
    }

    private static void accumulate1x4(float[] v, int vo, float[] d, int dx, long u, long channelBytes, int tiles) {
        FloatVector a0 = load(u);
        FloatVector a1 = load(u + channelBytes);
        FloatVector a2 = load(u + 2L * channelBytes);
        FloatVector a3 = load(u + 3L * channelBytes);
        for (int t = 0; t < tiles * COUNT; t += COUNT) {
            FloatVector wa = FloatVector.fromArray(FLOATS, d, dx + t);
            FloatVector s = FloatVector.broadcast(FLOATS, v[vo + t]);
            a0 = wa.fma(s, a0);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 1]);
            a1 = wa.fma(s, a1);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 2]);
            a2 = wa.fma(s, a2);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 3]);
            a3 = wa.fma(s, a3);
        }
        a0.intoMemorySegment(ALL, u, ORDER);
        a1.intoMemorySegment(ALL, u + channelBytes, ORDER);
        a2.intoMemorySegment(ALL, u + 2L * channelBytes, ORDER);
        a3.intoMemorySegment(ALL, u + 3L * channelBytes, ORDER);
    }
}
