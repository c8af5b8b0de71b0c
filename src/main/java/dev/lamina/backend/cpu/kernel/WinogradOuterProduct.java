package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;
import static dev.lamina.backend.cpu.kernel.Memory.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The 36 small matrix products of a Winograd weight gradient: u[c][o] += Σ_t v[t][c] d[t][o], o in vectors of 16
 * lanes, the sum over tiles. Hand-unrolled so that 16 accumulators stay in registers (see {@link WinogradProduct}).
 */
final class WinogradOuterProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;

    private WinogradOuterProduct() {}

    /**
     * All 16 channels of one input block against all output blocks.
     * @param v             input tiles [tile][16 channels]
     * @param d             gradient tiles [output block][tile][16 lanes], blocks ds floats apart
     * @param u             address of sums [16 channels][output block][16 lanes], channels channelBytes apart, added to
     */
    static void accumulate(
            int outputBlocks, int tiles, float[] v, int vo, float[] d, int dx, int ds, long u, long channelBytes) {
        int group = outputBlocks % 4 == 0 ? 4 : outputBlocks % 2 == 0 ? 2 : 1;
        for (int o = 0; o < outputBlocks; o += group) {
            int from = dx + o * ds;
            long to = u + o * 64L;
            switch (group) {
                case 1 -> accumulate1x16(v, vo, d, from, to, channelBytes, tiles);
                case 2 -> {
                    for (int c = 0; c < 16; c += 8) {
                        accumulate2x8(v, vo + c, d, from, ds, to + c * channelBytes, channelBytes, tiles);
                    }
                }
                default -> {
                    for (int c = 0; c < 16; c += 4) {
                        accumulate4x4(v, vo + c, d, from, ds, to + c * channelBytes, channelBytes, tiles);
                    }
                }
            }
        }
    }

    private static void accumulate1x16(float[] v, int vo, float[] d, int dx, long u, long channelBytes, int tiles) {
        FloatVector a0 = load(u);
        FloatVector a1 = load(u + channelBytes);
        FloatVector a2 = load(u + 2L * channelBytes);
        FloatVector a3 = load(u + 3L * channelBytes);
        FloatVector a4 = load(u + 4L * channelBytes);
        FloatVector a5 = load(u + 5L * channelBytes);
        FloatVector a6 = load(u + 6L * channelBytes);
        FloatVector a7 = load(u + 7L * channelBytes);
        FloatVector a8 = load(u + 8L * channelBytes);
        FloatVector a9 = load(u + 9L * channelBytes);
        FloatVector a10 = load(u + 10L * channelBytes);
        FloatVector a11 = load(u + 11L * channelBytes);
        FloatVector a12 = load(u + 12L * channelBytes);
        FloatVector a13 = load(u + 13L * channelBytes);
        FloatVector a14 = load(u + 14L * channelBytes);
        FloatVector a15 = load(u + 15L * channelBytes);
        for (int t = 0; t < tiles * 16; t += 16) {
            FloatVector wa = FloatVector.fromArray(FLOATS, d, dx + t);
            FloatVector s = FloatVector.broadcast(FLOATS, v[vo + t]);
            a0 = wa.fma(s, a0);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 1]);
            a1 = wa.fma(s, a1);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 2]);
            a2 = wa.fma(s, a2);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 3]);
            a3 = wa.fma(s, a3);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 4]);
            a4 = wa.fma(s, a4);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 5]);
            a5 = wa.fma(s, a5);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 6]);
            a6 = wa.fma(s, a6);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 7]);
            a7 = wa.fma(s, a7);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 8]);
            a8 = wa.fma(s, a8);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 9]);
            a9 = wa.fma(s, a9);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 10]);
            a10 = wa.fma(s, a10);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 11]);
            a11 = wa.fma(s, a11);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 12]);
            a12 = wa.fma(s, a12);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 13]);
            a13 = wa.fma(s, a13);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 14]);
            a14 = wa.fma(s, a14);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 15]);
            a15 = wa.fma(s, a15);
        }
        a0.intoMemorySegment(ALL, u, ORDER);
        a1.intoMemorySegment(ALL, u + channelBytes, ORDER);
        a2.intoMemorySegment(ALL, u + 2L * channelBytes, ORDER);
        a3.intoMemorySegment(ALL, u + 3L * channelBytes, ORDER);
        a4.intoMemorySegment(ALL, u + 4L * channelBytes, ORDER);
        a5.intoMemorySegment(ALL, u + 5L * channelBytes, ORDER);
        a6.intoMemorySegment(ALL, u + 6L * channelBytes, ORDER);
        a7.intoMemorySegment(ALL, u + 7L * channelBytes, ORDER);
        a8.intoMemorySegment(ALL, u + 8L * channelBytes, ORDER);
        a9.intoMemorySegment(ALL, u + 9L * channelBytes, ORDER);
        a10.intoMemorySegment(ALL, u + 10L * channelBytes, ORDER);
        a11.intoMemorySegment(ALL, u + 11L * channelBytes, ORDER);
        a12.intoMemorySegment(ALL, u + 12L * channelBytes, ORDER);
        a13.intoMemorySegment(ALL, u + 13L * channelBytes, ORDER);
        a14.intoMemorySegment(ALL, u + 14L * channelBytes, ORDER);
        a15.intoMemorySegment(ALL, u + 15L * channelBytes, ORDER);
    }

    private static void accumulate2x8(
            float[] v, int vo, float[] d, int dx, int ds, long u, long channelBytes, int tiles) {
        FloatVector a0 = load(u);
        FloatVector b0 = load(u + 64);
        FloatVector a1 = load(u + channelBytes);
        FloatVector b1 = load(u + channelBytes + 64);
        FloatVector a2 = load(u + 2L * channelBytes);
        FloatVector b2 = load(u + 2L * channelBytes + 64);
        FloatVector a3 = load(u + 3L * channelBytes);
        FloatVector b3 = load(u + 3L * channelBytes + 64);
        FloatVector a4 = load(u + 4L * channelBytes);
        FloatVector b4 = load(u + 4L * channelBytes + 64);
        FloatVector a5 = load(u + 5L * channelBytes);
        FloatVector b5 = load(u + 5L * channelBytes + 64);
        FloatVector a6 = load(u + 6L * channelBytes);
        FloatVector b6 = load(u + 6L * channelBytes + 64);
        FloatVector a7 = load(u + 7L * channelBytes);
        FloatVector b7 = load(u + 7L * channelBytes + 64);
        for (int t = 0; t < tiles * 16; t += 16) {
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
            s = FloatVector.broadcast(FLOATS, v[vo + t + 4]);
            a4 = wa.fma(s, a4);
            b4 = wb.fma(s, b4);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 5]);
            a5 = wa.fma(s, a5);
            b5 = wb.fma(s, b5);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 6]);
            a6 = wa.fma(s, a6);
            b6 = wb.fma(s, b6);
            s = FloatVector.broadcast(FLOATS, v[vo + t + 7]);
            a7 = wa.fma(s, a7);
            b7 = wb.fma(s, b7);
        }
        a0.intoMemorySegment(ALL, u, ORDER);
        b0.intoMemorySegment(ALL, u + 64, ORDER);
        a1.intoMemorySegment(ALL, u + channelBytes, ORDER);
        b1.intoMemorySegment(ALL, u + channelBytes + 64, ORDER);
        a2.intoMemorySegment(ALL, u + 2L * channelBytes, ORDER);
        b2.intoMemorySegment(ALL, u + 2L * channelBytes + 64, ORDER);
        a3.intoMemorySegment(ALL, u + 3L * channelBytes, ORDER);
        b3.intoMemorySegment(ALL, u + 3L * channelBytes + 64, ORDER);
        a4.intoMemorySegment(ALL, u + 4L * channelBytes, ORDER);
        b4.intoMemorySegment(ALL, u + 4L * channelBytes + 64, ORDER);
        a5.intoMemorySegment(ALL, u + 5L * channelBytes, ORDER);
        b5.intoMemorySegment(ALL, u + 5L * channelBytes + 64, ORDER);
        a6.intoMemorySegment(ALL, u + 6L * channelBytes, ORDER);
        b6.intoMemorySegment(ALL, u + 6L * channelBytes + 64, ORDER);
        a7.intoMemorySegment(ALL, u + 7L * channelBytes, ORDER);
        b7.intoMemorySegment(ALL, u + 7L * channelBytes + 64, ORDER);
    }

    private static void accumulate4x4(
            float[] v, int vo, float[] d, int dx, int ds, long u, long channelBytes, int tiles) {
        FloatVector a0 = load(u);
        FloatVector b0 = load(u + 64);
        FloatVector c0 = load(u + 128);
        FloatVector d0 = load(u + 192);
        FloatVector a1 = load(u + channelBytes);
        FloatVector b1 = load(u + channelBytes + 64);
        FloatVector c1 = load(u + channelBytes + 128);
        FloatVector d1 = load(u + channelBytes + 192);
        FloatVector a2 = load(u + 2L * channelBytes);
        FloatVector b2 = load(u + 2L * channelBytes + 64);
        FloatVector c2 = load(u + 2L * channelBytes + 128);
        FloatVector d2 = load(u + 2L * channelBytes + 192);
        FloatVector a3 = load(u + 3L * channelBytes);
        FloatVector b3 = load(u + 3L * channelBytes + 64);
        FloatVector c3 = load(u + 3L * channelBytes + 128);
        FloatVector d3 = load(u + 3L * channelBytes + 192);
        for (int t = 0; t < tiles * 16; t += 16) {
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
        b0.intoMemorySegment(ALL, u + 64, ORDER);
        c0.intoMemorySegment(ALL, u + 128, ORDER);
        d0.intoMemorySegment(ALL, u + 192, ORDER);
        a1.intoMemorySegment(ALL, u + channelBytes, ORDER);
        b1.intoMemorySegment(ALL, u + channelBytes + 64, ORDER);
        c1.intoMemorySegment(ALL, u + channelBytes + 128, ORDER);
        d1.intoMemorySegment(ALL, u + channelBytes + 192, ORDER);
        a2.intoMemorySegment(ALL, u + 2L * channelBytes, ORDER);
        b2.intoMemorySegment(ALL, u + 2L * channelBytes + 64, ORDER);
        c2.intoMemorySegment(ALL, u + 2L * channelBytes + 128, ORDER);
        d2.intoMemorySegment(ALL, u + 2L * channelBytes + 192, ORDER);
        a3.intoMemorySegment(ALL, u + 3L * channelBytes, ORDER);
        b3.intoMemorySegment(ALL, u + 3L * channelBytes + 64, ORDER);
        c3.intoMemorySegment(ALL, u + 3L * channelBytes + 128, ORDER);
        d3.intoMemorySegment(ALL, u + 3L * channelBytes + 192, ORDER);
    }
}
