package dev.lamina.backend.cpu.kernel;

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
     * @param v  input tiles [tile][16 channels]
     * @param d  gradient tiles [output block][tile][16 lanes], blocks ds floats apart
     * @param u  sums [16 channels][output block][16 lanes], channels us floats apart, added to
     */
    static void accumulate(
            int outputBlocks, int tiles, float[] v, int vo, float[] d, int dx, int ds, float[] u, int uo, int us) {
        int group = outputBlocks % 4 == 0 ? 4 : outputBlocks % 2 == 0 ? 2 : 1;
        for (int o = 0; o < outputBlocks; o += group) {
            int from = dx + o * ds;
            int to = uo + o * 16;
            switch (group) {
                case 1 -> accumulate1x16(v, vo, d, from, u, to, us, tiles);
                case 2 -> {
                    for (int c = 0; c < 16; c += 8) {
                        accumulate2x8(v, vo + c, d, from, ds, u, to + c * us, us, tiles);
                    }
                }
                default -> {
                    for (int c = 0; c < 16; c += 4) {
                        accumulate4x4(v, vo + c, d, from, ds, u, to + c * us, us, tiles);
                    }
                }
            }
        }
    }

    private static void accumulate1x16(float[] v, int vo, float[] d, int dx, float[] u, int uo, int us, int tiles) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, u, uo);
        FloatVector a1 = FloatVector.fromArray(FLOATS, u, uo + us);
        FloatVector a2 = FloatVector.fromArray(FLOATS, u, uo + 2 * us);
        FloatVector a3 = FloatVector.fromArray(FLOATS, u, uo + 3 * us);
        FloatVector a4 = FloatVector.fromArray(FLOATS, u, uo + 4 * us);
        FloatVector a5 = FloatVector.fromArray(FLOATS, u, uo + 5 * us);
        FloatVector a6 = FloatVector.fromArray(FLOATS, u, uo + 6 * us);
        FloatVector a7 = FloatVector.fromArray(FLOATS, u, uo + 7 * us);
        FloatVector a8 = FloatVector.fromArray(FLOATS, u, uo + 8 * us);
        FloatVector a9 = FloatVector.fromArray(FLOATS, u, uo + 9 * us);
        FloatVector a10 = FloatVector.fromArray(FLOATS, u, uo + 10 * us);
        FloatVector a11 = FloatVector.fromArray(FLOATS, u, uo + 11 * us);
        FloatVector a12 = FloatVector.fromArray(FLOATS, u, uo + 12 * us);
        FloatVector a13 = FloatVector.fromArray(FLOATS, u, uo + 13 * us);
        FloatVector a14 = FloatVector.fromArray(FLOATS, u, uo + 14 * us);
        FloatVector a15 = FloatVector.fromArray(FLOATS, u, uo + 15 * us);
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
        a0.intoArray(u, uo);
        a1.intoArray(u, uo + us);
        a2.intoArray(u, uo + 2 * us);
        a3.intoArray(u, uo + 3 * us);
        a4.intoArray(u, uo + 4 * us);
        a5.intoArray(u, uo + 5 * us);
        a6.intoArray(u, uo + 6 * us);
        a7.intoArray(u, uo + 7 * us);
        a8.intoArray(u, uo + 8 * us);
        a9.intoArray(u, uo + 9 * us);
        a10.intoArray(u, uo + 10 * us);
        a11.intoArray(u, uo + 11 * us);
        a12.intoArray(u, uo + 12 * us);
        a13.intoArray(u, uo + 13 * us);
        a14.intoArray(u, uo + 14 * us);
        a15.intoArray(u, uo + 15 * us);
    }

    private static void accumulate2x8(
            float[] v, int vo, float[] d, int dx, int ds, float[] u, int uo, int us, int tiles) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, u, uo);
        FloatVector b0 = FloatVector.fromArray(FLOATS, u, uo + 16);
        FloatVector a1 = FloatVector.fromArray(FLOATS, u, uo + us);
        FloatVector b1 = FloatVector.fromArray(FLOATS, u, uo + us + 16);
        FloatVector a2 = FloatVector.fromArray(FLOATS, u, uo + 2 * us);
        FloatVector b2 = FloatVector.fromArray(FLOATS, u, uo + 2 * us + 16);
        FloatVector a3 = FloatVector.fromArray(FLOATS, u, uo + 3 * us);
        FloatVector b3 = FloatVector.fromArray(FLOATS, u, uo + 3 * us + 16);
        FloatVector a4 = FloatVector.fromArray(FLOATS, u, uo + 4 * us);
        FloatVector b4 = FloatVector.fromArray(FLOATS, u, uo + 4 * us + 16);
        FloatVector a5 = FloatVector.fromArray(FLOATS, u, uo + 5 * us);
        FloatVector b5 = FloatVector.fromArray(FLOATS, u, uo + 5 * us + 16);
        FloatVector a6 = FloatVector.fromArray(FLOATS, u, uo + 6 * us);
        FloatVector b6 = FloatVector.fromArray(FLOATS, u, uo + 6 * us + 16);
        FloatVector a7 = FloatVector.fromArray(FLOATS, u, uo + 7 * us);
        FloatVector b7 = FloatVector.fromArray(FLOATS, u, uo + 7 * us + 16);
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
        a0.intoArray(u, uo);
        b0.intoArray(u, uo + 16);
        a1.intoArray(u, uo + us);
        b1.intoArray(u, uo + us + 16);
        a2.intoArray(u, uo + 2 * us);
        b2.intoArray(u, uo + 2 * us + 16);
        a3.intoArray(u, uo + 3 * us);
        b3.intoArray(u, uo + 3 * us + 16);
        a4.intoArray(u, uo + 4 * us);
        b4.intoArray(u, uo + 4 * us + 16);
        a5.intoArray(u, uo + 5 * us);
        b5.intoArray(u, uo + 5 * us + 16);
        a6.intoArray(u, uo + 6 * us);
        b6.intoArray(u, uo + 6 * us + 16);
        a7.intoArray(u, uo + 7 * us);
        b7.intoArray(u, uo + 7 * us + 16);
    }

    private static void accumulate4x4(
            float[] v, int vo, float[] d, int dx, int ds, float[] u, int uo, int us, int tiles) {
        FloatVector a0 = FloatVector.fromArray(FLOATS, u, uo);
        FloatVector b0 = FloatVector.fromArray(FLOATS, u, uo + 16);
        FloatVector c0 = FloatVector.fromArray(FLOATS, u, uo + 32);
        FloatVector d0 = FloatVector.fromArray(FLOATS, u, uo + 48);
        FloatVector a1 = FloatVector.fromArray(FLOATS, u, uo + us);
        FloatVector b1 = FloatVector.fromArray(FLOATS, u, uo + us + 16);
        FloatVector c1 = FloatVector.fromArray(FLOATS, u, uo + us + 32);
        FloatVector d1 = FloatVector.fromArray(FLOATS, u, uo + us + 48);
        FloatVector a2 = FloatVector.fromArray(FLOATS, u, uo + 2 * us);
        FloatVector b2 = FloatVector.fromArray(FLOATS, u, uo + 2 * us + 16);
        FloatVector c2 = FloatVector.fromArray(FLOATS, u, uo + 2 * us + 32);
        FloatVector d2 = FloatVector.fromArray(FLOATS, u, uo + 2 * us + 48);
        FloatVector a3 = FloatVector.fromArray(FLOATS, u, uo + 3 * us);
        FloatVector b3 = FloatVector.fromArray(FLOATS, u, uo + 3 * us + 16);
        FloatVector c3 = FloatVector.fromArray(FLOATS, u, uo + 3 * us + 32);
        FloatVector d3 = FloatVector.fromArray(FLOATS, u, uo + 3 * us + 48);
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
        a0.intoArray(u, uo);
        b0.intoArray(u, uo + 16);
        c0.intoArray(u, uo + 32);
        d0.intoArray(u, uo + 48);
        a1.intoArray(u, uo + us);
        b1.intoArray(u, uo + us + 16);
        c1.intoArray(u, uo + us + 32);
        d1.intoArray(u, uo + us + 48);
        a2.intoArray(u, uo + 2 * us);
        b2.intoArray(u, uo + 2 * us + 16);
        c2.intoArray(u, uo + 2 * us + 32);
        d2.intoArray(u, uo + 2 * us + 48);
        a3.intoArray(u, uo + 3 * us);
        b3.intoArray(u, uo + 3 * us + 16);
        c3.intoArray(u, uo + 3 * us + 32);
        d3.intoArray(u, uo + 3 * us + 48);
    }
}
