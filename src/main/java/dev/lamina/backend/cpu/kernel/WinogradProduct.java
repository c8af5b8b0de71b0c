package dev.lamina.backend.cpu.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The 36 small matrix products of a Winograd convolution: m[o][t] = Σ_i v[i][t] u[i][o], o in vectors of 16 lanes.
 * Hand-unrolled so that every accumulator stays in a register: 24 of the 32 of AVX-512, which leaves two FMA units
 * busy and asks less than one load of them each. Longer than a method should be, because Java has no arrays of
 * registers.
 */
final class WinogradProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;

    private WinogradProduct() {}

    /** Tiles are taken in this many at a time; v and m hold room for whole steps. */
    static int tileStep(int group) {
        return group == 4 ? 6 : group == 2 ? 12 : 24;
    }

    /**
     * @param v  input tiles [block][tile][16 channels], blocks vs floats apart
     * @param u  weights [block][16 channels][group][16 lanes]
     * @param m  output tiles [group][tile][16 lanes], blocks ms floats apart, overwritten
     */
    static void multiply(
            int group, int tiles, float[] v, int vo, int vs, float[] u, int uo, float[] m, int mo, int ms, int blocks) {
        switch (group) {
            case 1 -> {
                for (int t = 0; t < tiles; t += 24) {
                    multiply1x24(v, vo + t * 16, vs, u, uo, m, mo + t * 16, blocks);
                }
            }
            case 2 -> {
                for (int t = 0; t < tiles; t += 12) {
                    multiply2x12(v, vo + t * 16, vs, u, uo, m, mo + t * 16, ms, blocks);
                }
            }
            default -> {
                for (int t = 0; t < tiles; t += 6) {
                    multiply4x6(v, vo + t * 16, vs, u, uo, m, mo + t * 16, ms, blocks);
                }
            }
        }
    }

    /** One output block, 24 tiles. */
    private static void multiply1x24(float[] v, int vo, int vs, float[] u, int uo, float[] m, int mo, int blocks) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector a6 = FloatVector.zero(FLOATS);
        FloatVector a7 = FloatVector.zero(FLOATS);
        FloatVector a8 = FloatVector.zero(FLOATS);
        FloatVector a9 = FloatVector.zero(FLOATS);
        FloatVector a10 = FloatVector.zero(FLOATS);
        FloatVector a11 = FloatVector.zero(FLOATS);
        FloatVector a12 = FloatVector.zero(FLOATS);
        FloatVector a13 = FloatVector.zero(FLOATS);
        FloatVector a14 = FloatVector.zero(FLOATS);
        FloatVector a15 = FloatVector.zero(FLOATS);
        FloatVector a16 = FloatVector.zero(FLOATS);
        FloatVector a17 = FloatVector.zero(FLOATS);
        FloatVector a18 = FloatVector.zero(FLOATS);
        FloatVector a19 = FloatVector.zero(FLOATS);
        FloatVector a20 = FloatVector.zero(FLOATS);
        FloatVector a21 = FloatVector.zero(FLOATS);
        FloatVector a22 = FloatVector.zero(FLOATS);
        FloatVector a23 = FloatVector.zero(FLOATS);
        for (int b = 0; b < blocks; b++) {
            int x = vo + b * vs;
            int y = uo + b * 256;
            for (int c = 0; c < 16; c++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + c * 16);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + c]);
                a0 = wa.fma(s, a0);
                s = FloatVector.broadcast(FLOATS, v[x + c + 16]);
                a1 = wa.fma(s, a1);
                s = FloatVector.broadcast(FLOATS, v[x + c + 32]);
                a2 = wa.fma(s, a2);
                s = FloatVector.broadcast(FLOATS, v[x + c + 48]);
                a3 = wa.fma(s, a3);
                s = FloatVector.broadcast(FLOATS, v[x + c + 64]);
                a4 = wa.fma(s, a4);
                s = FloatVector.broadcast(FLOATS, v[x + c + 80]);
                a5 = wa.fma(s, a5);
                s = FloatVector.broadcast(FLOATS, v[x + c + 96]);
                a6 = wa.fma(s, a6);
                s = FloatVector.broadcast(FLOATS, v[x + c + 112]);
                a7 = wa.fma(s, a7);
                s = FloatVector.broadcast(FLOATS, v[x + c + 128]);
                a8 = wa.fma(s, a8);
                s = FloatVector.broadcast(FLOATS, v[x + c + 144]);
                a9 = wa.fma(s, a9);
                s = FloatVector.broadcast(FLOATS, v[x + c + 160]);
                a10 = wa.fma(s, a10);
                s = FloatVector.broadcast(FLOATS, v[x + c + 176]);
                a11 = wa.fma(s, a11);
                s = FloatVector.broadcast(FLOATS, v[x + c + 192]);
                a12 = wa.fma(s, a12);
                s = FloatVector.broadcast(FLOATS, v[x + c + 208]);
                a13 = wa.fma(s, a13);
                s = FloatVector.broadcast(FLOATS, v[x + c + 224]);
                a14 = wa.fma(s, a14);
                s = FloatVector.broadcast(FLOATS, v[x + c + 240]);
                a15 = wa.fma(s, a15);
                s = FloatVector.broadcast(FLOATS, v[x + c + 256]);
                a16 = wa.fma(s, a16);
                s = FloatVector.broadcast(FLOATS, v[x + c + 272]);
                a17 = wa.fma(s, a17);
                s = FloatVector.broadcast(FLOATS, v[x + c + 288]);
                a18 = wa.fma(s, a18);
                s = FloatVector.broadcast(FLOATS, v[x + c + 304]);
                a19 = wa.fma(s, a19);
                s = FloatVector.broadcast(FLOATS, v[x + c + 320]);
                a20 = wa.fma(s, a20);
                s = FloatVector.broadcast(FLOATS, v[x + c + 336]);
                a21 = wa.fma(s, a21);
                s = FloatVector.broadcast(FLOATS, v[x + c + 352]);
                a22 = wa.fma(s, a22);
                s = FloatVector.broadcast(FLOATS, v[x + c + 368]);
                a23 = wa.fma(s, a23);
            }
        }
        a0.intoArray(m, mo);
        a1.intoArray(m, mo + 16);
        a2.intoArray(m, mo + 32);
        a3.intoArray(m, mo + 48);
        a4.intoArray(m, mo + 64);
        a5.intoArray(m, mo + 80);
        a6.intoArray(m, mo + 96);
        a7.intoArray(m, mo + 112);
        a8.intoArray(m, mo + 128);
        a9.intoArray(m, mo + 144);
        a10.intoArray(m, mo + 160);
        a11.intoArray(m, mo + 176);
        a12.intoArray(m, mo + 192);
        a13.intoArray(m, mo + 208);
        a14.intoArray(m, mo + 224);
        a15.intoArray(m, mo + 240);
        a16.intoArray(m, mo + 256);
        a17.intoArray(m, mo + 272);
        a18.intoArray(m, mo + 288);
        a19.intoArray(m, mo + 304);
        a20.intoArray(m, mo + 320);
        a21.intoArray(m, mo + 336);
        a22.intoArray(m, mo + 352);
        a23.intoArray(m, mo + 368);
    }

    /** Two output blocks, 12 tiles. */
    private static void multiply2x12(
            float[] v, int vo, int vs, float[] u, int uo, float[] m, int mo, int ms, int blocks) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector a6 = FloatVector.zero(FLOATS);
        FloatVector a7 = FloatVector.zero(FLOATS);
        FloatVector a8 = FloatVector.zero(FLOATS);
        FloatVector a9 = FloatVector.zero(FLOATS);
        FloatVector a10 = FloatVector.zero(FLOATS);
        FloatVector a11 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
        FloatVector b4 = FloatVector.zero(FLOATS);
        FloatVector b5 = FloatVector.zero(FLOATS);
        FloatVector b6 = FloatVector.zero(FLOATS);
        FloatVector b7 = FloatVector.zero(FLOATS);
        FloatVector b8 = FloatVector.zero(FLOATS);
        FloatVector b9 = FloatVector.zero(FLOATS);
        FloatVector b10 = FloatVector.zero(FLOATS);
        FloatVector b11 = FloatVector.zero(FLOATS);
        for (int b = 0; b < blocks; b++) {
            int x = vo + b * vs;
            int y = uo + b * 512;
            for (int c = 0; c < 16; c++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + c * 32);
                FloatVector wb = FloatVector.fromArray(FLOATS, u, y + c * 32 + 16);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + c]);
                a0 = wa.fma(s, a0);
                b0 = wb.fma(s, b0);
                s = FloatVector.broadcast(FLOATS, v[x + c + 16]);
                a1 = wa.fma(s, a1);
                b1 = wb.fma(s, b1);
                s = FloatVector.broadcast(FLOATS, v[x + c + 32]);
                a2 = wa.fma(s, a2);
                b2 = wb.fma(s, b2);
                s = FloatVector.broadcast(FLOATS, v[x + c + 48]);
                a3 = wa.fma(s, a3);
                b3 = wb.fma(s, b3);
                s = FloatVector.broadcast(FLOATS, v[x + c + 64]);
                a4 = wa.fma(s, a4);
                b4 = wb.fma(s, b4);
                s = FloatVector.broadcast(FLOATS, v[x + c + 80]);
                a5 = wa.fma(s, a5);
                b5 = wb.fma(s, b5);
                s = FloatVector.broadcast(FLOATS, v[x + c + 96]);
                a6 = wa.fma(s, a6);
                b6 = wb.fma(s, b6);
                s = FloatVector.broadcast(FLOATS, v[x + c + 112]);
                a7 = wa.fma(s, a7);
                b7 = wb.fma(s, b7);
                s = FloatVector.broadcast(FLOATS, v[x + c + 128]);
                a8 = wa.fma(s, a8);
                b8 = wb.fma(s, b8);
                s = FloatVector.broadcast(FLOATS, v[x + c + 144]);
                a9 = wa.fma(s, a9);
                b9 = wb.fma(s, b9);
                s = FloatVector.broadcast(FLOATS, v[x + c + 160]);
                a10 = wa.fma(s, a10);
                b10 = wb.fma(s, b10);
                s = FloatVector.broadcast(FLOATS, v[x + c + 176]);
                a11 = wa.fma(s, a11);
                b11 = wb.fma(s, b11);
            }
        }
        a0.intoArray(m, mo);
        a1.intoArray(m, mo + 16);
        a2.intoArray(m, mo + 32);
        a3.intoArray(m, mo + 48);
        a4.intoArray(m, mo + 64);
        a5.intoArray(m, mo + 80);
        a6.intoArray(m, mo + 96);
        a7.intoArray(m, mo + 112);
        a8.intoArray(m, mo + 128);
        a9.intoArray(m, mo + 144);
        a10.intoArray(m, mo + 160);
        a11.intoArray(m, mo + 176);
        b0.intoArray(m, mo + ms);
        b1.intoArray(m, mo + ms + 16);
        b2.intoArray(m, mo + ms + 32);
        b3.intoArray(m, mo + ms + 48);
        b4.intoArray(m, mo + ms + 64);
        b5.intoArray(m, mo + ms + 80);
        b6.intoArray(m, mo + ms + 96);
        b7.intoArray(m, mo + ms + 112);
        b8.intoArray(m, mo + ms + 128);
        b9.intoArray(m, mo + ms + 144);
        b10.intoArray(m, mo + ms + 160);
        b11.intoArray(m, mo + ms + 176);
    }

    /** Four output blocks, 6 tiles. */
    private static void multiply4x6(
            float[] v, int vo, int vs, float[] u, int uo, float[] m, int mo, int ms, int blocks) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
        FloatVector b4 = FloatVector.zero(FLOATS);
        FloatVector b5 = FloatVector.zero(FLOATS);
        FloatVector c0 = FloatVector.zero(FLOATS);
        FloatVector c1 = FloatVector.zero(FLOATS);
        FloatVector c2 = FloatVector.zero(FLOATS);
        FloatVector c3 = FloatVector.zero(FLOATS);
        FloatVector c4 = FloatVector.zero(FLOATS);
        FloatVector c5 = FloatVector.zero(FLOATS);
        FloatVector d0 = FloatVector.zero(FLOATS);
        FloatVector d1 = FloatVector.zero(FLOATS);
        FloatVector d2 = FloatVector.zero(FLOATS);
        FloatVector d3 = FloatVector.zero(FLOATS);
        FloatVector d4 = FloatVector.zero(FLOATS);
        FloatVector d5 = FloatVector.zero(FLOATS);
        for (int b = 0; b < blocks; b++) {
            int x = vo + b * vs;
            int y = uo + b * 1024;
            for (int c = 0; c < 16; c++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + c * 64);
                FloatVector wb = FloatVector.fromArray(FLOATS, u, y + c * 64 + 16);
                FloatVector wc = FloatVector.fromArray(FLOATS, u, y + c * 64 + 32);
                FloatVector wd = FloatVector.fromArray(FLOATS, u, y + c * 64 + 48);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + c]);
                a0 = wa.fma(s, a0);
                b0 = wb.fma(s, b0);
                c0 = wc.fma(s, c0);
                d0 = wd.fma(s, d0);
                s = FloatVector.broadcast(FLOATS, v[x + c + 16]);
                a1 = wa.fma(s, a1);
                b1 = wb.fma(s, b1);
                c1 = wc.fma(s, c1);
                d1 = wd.fma(s, d1);
                s = FloatVector.broadcast(FLOATS, v[x + c + 32]);
                a2 = wa.fma(s, a2);
                b2 = wb.fma(s, b2);
                c2 = wc.fma(s, c2);
                d2 = wd.fma(s, d2);
                s = FloatVector.broadcast(FLOATS, v[x + c + 48]);
                a3 = wa.fma(s, a3);
                b3 = wb.fma(s, b3);
                c3 = wc.fma(s, c3);
                d3 = wd.fma(s, d3);
                s = FloatVector.broadcast(FLOATS, v[x + c + 64]);
                a4 = wa.fma(s, a4);
                b4 = wb.fma(s, b4);
                c4 = wc.fma(s, c4);
                d4 = wd.fma(s, d4);
                s = FloatVector.broadcast(FLOATS, v[x + c + 80]);
                a5 = wa.fma(s, a5);
                b5 = wb.fma(s, b5);
                c5 = wc.fma(s, c5);
                d5 = wd.fma(s, d5);
            }
        }
        a0.intoArray(m, mo);
        a1.intoArray(m, mo + 16);
        a2.intoArray(m, mo + 32);
        a3.intoArray(m, mo + 48);
        a4.intoArray(m, mo + 64);
        a5.intoArray(m, mo + 80);
        b0.intoArray(m, mo + ms);
        b1.intoArray(m, mo + ms + 16);
        b2.intoArray(m, mo + ms + 32);
        b3.intoArray(m, mo + ms + 48);
        b4.intoArray(m, mo + ms + 64);
        b5.intoArray(m, mo + ms + 80);
        c0.intoArray(m, mo + 2 * ms);
        c1.intoArray(m, mo + 2 * ms + 16);
        c2.intoArray(m, mo + 2 * ms + 32);
        c3.intoArray(m, mo + 2 * ms + 48);
        c4.intoArray(m, mo + 2 * ms + 64);
        c5.intoArray(m, mo + 2 * ms + 80);
        d0.intoArray(m, mo + 3 * ms);
        d1.intoArray(m, mo + 3 * ms + 16);
        d2.intoArray(m, mo + 3 * ms + 32);
        d3.intoArray(m, mo + 3 * ms + 48);
        d4.intoArray(m, mo + 3 * ms + 64);
        d5.intoArray(m, mo + 3 * ms + 80);
    }
}
