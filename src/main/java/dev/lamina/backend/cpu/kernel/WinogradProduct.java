package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Memory.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The 36 small matrix products of a Winograd convolution: m[o][t] = Σ_i v[i][t] u[i][o], o in vectors of 16 lanes.
 * Hand-unrolled so that every accumulator stays in a register: 24 of the 32 of AVX-512, which keeps two FMA units
 * busy and asks less than one load of each. Longer than a method should be, because Java has no arrays of registers.
 */
final class WinogradProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;

    private WinogradProduct() {}

    /** Tiles are taken in this many at a time; v and m hold room for whole steps. */
    static int tileStep(int group) {
        return group == 4 ? 6 : group == 2 ? 12 : 24;
    }

    /**
     * @param v           input tiles [block][tile][16 channels], blocks vs floats apart
     * @param u           weights [block][16 channels][group][16 lanes]
     * @param m           address of output tiles [group][tile][16 lanes], overwritten
     * @param blockBytes  between the output blocks of m
     * @param blocks      input blocks
     */
    static void multiply(
            int group, int tiles, float[] v, int vo, int vs, float[] u, int uo, long m, long blockBytes, int blocks) {
        switch (group) {
            case 1 -> {
                for (int t = 0; t < tiles; t += 24) {
                    multiply1x24(v, vo + t * 16, vs, u, uo, m + t * 64L, blocks);
                }
            }
            case 2 -> {
                for (int t = 0; t < tiles; t += 12) {
                    multiply2x12(v, vo + t * 16, vs, u, uo, m + t * 64L, blockBytes, blocks);
                }
            }
            default -> {
                for (int t = 0; t < tiles; t += 6) {
                    multiply4x6(v, vo + t * 16, vs, u, uo, m + t * 64L, blockBytes, blocks);
                }
            }
        }
    }

    /** One output block, 24 tiles. */
    private static void multiply1x24(float[] v, int vo, int vs, float[] u, int uo, long m, int blocks) {
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
        for (int block = 0; block < blocks; block++) {
            int x = vo + block * vs;
            int y = uo + block * 256;
            for (int i = 0; i < 16; i++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + i * 16);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + i]);
                a0 = wa.fma(s, a0);
                s = FloatVector.broadcast(FLOATS, v[x + i + 16]);
                a1 = wa.fma(s, a1);
                s = FloatVector.broadcast(FLOATS, v[x + i + 32]);
                a2 = wa.fma(s, a2);
                s = FloatVector.broadcast(FLOATS, v[x + i + 48]);
                a3 = wa.fma(s, a3);
                s = FloatVector.broadcast(FLOATS, v[x + i + 64]);
                a4 = wa.fma(s, a4);
                s = FloatVector.broadcast(FLOATS, v[x + i + 80]);
                a5 = wa.fma(s, a5);
                s = FloatVector.broadcast(FLOATS, v[x + i + 96]);
                a6 = wa.fma(s, a6);
                s = FloatVector.broadcast(FLOATS, v[x + i + 112]);
                a7 = wa.fma(s, a7);
                s = FloatVector.broadcast(FLOATS, v[x + i + 128]);
                a8 = wa.fma(s, a8);
                s = FloatVector.broadcast(FLOATS, v[x + i + 144]);
                a9 = wa.fma(s, a9);
                s = FloatVector.broadcast(FLOATS, v[x + i + 160]);
                a10 = wa.fma(s, a10);
                s = FloatVector.broadcast(FLOATS, v[x + i + 176]);
                a11 = wa.fma(s, a11);
                s = FloatVector.broadcast(FLOATS, v[x + i + 192]);
                a12 = wa.fma(s, a12);
                s = FloatVector.broadcast(FLOATS, v[x + i + 208]);
                a13 = wa.fma(s, a13);
                s = FloatVector.broadcast(FLOATS, v[x + i + 224]);
                a14 = wa.fma(s, a14);
                s = FloatVector.broadcast(FLOATS, v[x + i + 240]);
                a15 = wa.fma(s, a15);
                s = FloatVector.broadcast(FLOATS, v[x + i + 256]);
                a16 = wa.fma(s, a16);
                s = FloatVector.broadcast(FLOATS, v[x + i + 272]);
                a17 = wa.fma(s, a17);
                s = FloatVector.broadcast(FLOATS, v[x + i + 288]);
                a18 = wa.fma(s, a18);
                s = FloatVector.broadcast(FLOATS, v[x + i + 304]);
                a19 = wa.fma(s, a19);
                s = FloatVector.broadcast(FLOATS, v[x + i + 320]);
                a20 = wa.fma(s, a20);
                s = FloatVector.broadcast(FLOATS, v[x + i + 336]);
                a21 = wa.fma(s, a21);
                s = FloatVector.broadcast(FLOATS, v[x + i + 352]);
                a22 = wa.fma(s, a22);
                s = FloatVector.broadcast(FLOATS, v[x + i + 368]);
                a23 = wa.fma(s, a23);
            }
        }
        store(a0, m);
        store(a1, m + 64);
        store(a2, m + 128);
        store(a3, m + 192);
        store(a4, m + 256);
        store(a5, m + 320);
        store(a6, m + 384);
        store(a7, m + 448);
        store(a8, m + 512);
        store(a9, m + 576);
        store(a10, m + 640);
        store(a11, m + 704);
        store(a12, m + 768);
        store(a13, m + 832);
        store(a14, m + 896);
        store(a15, m + 960);
        store(a16, m + 1024);
        store(a17, m + 1088);
        store(a18, m + 1152);
        store(a19, m + 1216);
        store(a20, m + 1280);
        store(a21, m + 1344);
        store(a22, m + 1408);
        store(a23, m + 1472);
    }

    /** Two output blocks, 12 tiles. */
    private static void multiply2x12(
            float[] v, int vo, int vs, float[] u, int uo, long m, long blockBytes, int blocks) {
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
        for (int block = 0; block < blocks; block++) {
            int x = vo + block * vs;
            int y = uo + block * 512;
            for (int i = 0; i < 16; i++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + i * 32);
                FloatVector wb = FloatVector.fromArray(FLOATS, u, y + i * 32 + 16);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + i]);
                a0 = wa.fma(s, a0);
                b0 = wb.fma(s, b0);
                s = FloatVector.broadcast(FLOATS, v[x + i + 16]);
                a1 = wa.fma(s, a1);
                b1 = wb.fma(s, b1);
                s = FloatVector.broadcast(FLOATS, v[x + i + 32]);
                a2 = wa.fma(s, a2);
                b2 = wb.fma(s, b2);
                s = FloatVector.broadcast(FLOATS, v[x + i + 48]);
                a3 = wa.fma(s, a3);
                b3 = wb.fma(s, b3);
                s = FloatVector.broadcast(FLOATS, v[x + i + 64]);
                a4 = wa.fma(s, a4);
                b4 = wb.fma(s, b4);
                s = FloatVector.broadcast(FLOATS, v[x + i + 80]);
                a5 = wa.fma(s, a5);
                b5 = wb.fma(s, b5);
                s = FloatVector.broadcast(FLOATS, v[x + i + 96]);
                a6 = wa.fma(s, a6);
                b6 = wb.fma(s, b6);
                s = FloatVector.broadcast(FLOATS, v[x + i + 112]);
                a7 = wa.fma(s, a7);
                b7 = wb.fma(s, b7);
                s = FloatVector.broadcast(FLOATS, v[x + i + 128]);
                a8 = wa.fma(s, a8);
                b8 = wb.fma(s, b8);
                s = FloatVector.broadcast(FLOATS, v[x + i + 144]);
                a9 = wa.fma(s, a9);
                b9 = wb.fma(s, b9);
                s = FloatVector.broadcast(FLOATS, v[x + i + 160]);
                a10 = wa.fma(s, a10);
                b10 = wb.fma(s, b10);
                s = FloatVector.broadcast(FLOATS, v[x + i + 176]);
                a11 = wa.fma(s, a11);
                b11 = wb.fma(s, b11);
            }
        }
        store(a0, m);
        store(a1, m + 64);
        store(a2, m + 128);
        store(a3, m + 192);
        store(a4, m + 256);
        store(a5, m + 320);
        store(a6, m + 384);
        store(a7, m + 448);
        store(a8, m + 512);
        store(a9, m + 576);
        store(a10, m + 640);
        store(a11, m + 704);
        store(b0, m + blockBytes);
        store(b1, m + blockBytes + 64);
        store(b2, m + blockBytes + 128);
        store(b3, m + blockBytes + 192);
        store(b4, m + blockBytes + 256);
        store(b5, m + blockBytes + 320);
        store(b6, m + blockBytes + 384);
        store(b7, m + blockBytes + 448);
        store(b8, m + blockBytes + 512);
        store(b9, m + blockBytes + 576);
        store(b10, m + blockBytes + 640);
        store(b11, m + blockBytes + 704);
    }

    /** Four output blocks, 6 tiles. */
    private static void multiply4x6(float[] v, int vo, int vs, float[] u, int uo, long m, long blockBytes, int blocks) {
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
        for (int block = 0; block < blocks; block++) {
            int x = vo + block * vs;
            int y = uo + block * 1024;
            for (int i = 0; i < 16; i++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + i * 64);
                FloatVector wb = FloatVector.fromArray(FLOATS, u, y + i * 64 + 16);
                FloatVector wc = FloatVector.fromArray(FLOATS, u, y + i * 64 + 32);
                FloatVector wd = FloatVector.fromArray(FLOATS, u, y + i * 64 + 48);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + i]);
                a0 = wa.fma(s, a0);
                b0 = wb.fma(s, b0);
                c0 = wc.fma(s, c0);
                d0 = wd.fma(s, d0);
                s = FloatVector.broadcast(FLOATS, v[x + i + 16]);
                a1 = wa.fma(s, a1);
                b1 = wb.fma(s, b1);
                c1 = wc.fma(s, c1);
                d1 = wd.fma(s, d1);
                s = FloatVector.broadcast(FLOATS, v[x + i + 32]);
                a2 = wa.fma(s, a2);
                b2 = wb.fma(s, b2);
                c2 = wc.fma(s, c2);
                d2 = wd.fma(s, d2);
                s = FloatVector.broadcast(FLOATS, v[x + i + 48]);
                a3 = wa.fma(s, a3);
                b3 = wb.fma(s, b3);
                c3 = wc.fma(s, c3);
                d3 = wd.fma(s, d3);
                s = FloatVector.broadcast(FLOATS, v[x + i + 64]);
                a4 = wa.fma(s, a4);
                b4 = wb.fma(s, b4);
                c4 = wc.fma(s, c4);
                d4 = wd.fma(s, d4);
                s = FloatVector.broadcast(FLOATS, v[x + i + 80]);
                a5 = wa.fma(s, a5);
                b5 = wb.fma(s, b5);
                c5 = wc.fma(s, c5);
                d5 = wd.fma(s, d5);
            }
        }
        store(a0, m);
        store(a1, m + 64);
        store(a2, m + 128);
        store(a3, m + 192);
        store(a4, m + 256);
        store(a5, m + 320);
        store(b0, m + blockBytes);
        store(b1, m + blockBytes + 64);
        store(b2, m + blockBytes + 128);
        store(b3, m + blockBytes + 192);
        store(b4, m + blockBytes + 256);
        store(b5, m + blockBytes + 320);
        store(c0, m + 2L * blockBytes);
        store(c1, m + 2L * blockBytes + 64);
        store(c2, m + 2L * blockBytes + 128);
        store(c3, m + 2L * blockBytes + 192);
        store(c4, m + 2L * blockBytes + 256);
        store(c5, m + 2L * blockBytes + 320);
        store(d0, m + 3L * blockBytes);
        store(d1, m + 3L * blockBytes + 64);
        store(d2, m + 3L * blockBytes + 128);
        store(d3, m + 3L * blockBytes + 192);
        store(d4, m + 3L * blockBytes + 256);
        store(d5, m + 3L * blockBytes + 320);
    }
}
