package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;

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
        a0.intoMemorySegment(ALL, m, ORDER);
        a1.intoMemorySegment(ALL, m + 64, ORDER);
        a2.intoMemorySegment(ALL, m + 128, ORDER);
        a3.intoMemorySegment(ALL, m + 192, ORDER);
        a4.intoMemorySegment(ALL, m + 256, ORDER);
        a5.intoMemorySegment(ALL, m + 320, ORDER);
        a6.intoMemorySegment(ALL, m + 384, ORDER);
        a7.intoMemorySegment(ALL, m + 448, ORDER);
        a8.intoMemorySegment(ALL, m + 512, ORDER);
        a9.intoMemorySegment(ALL, m + 576, ORDER);
        a10.intoMemorySegment(ALL, m + 640, ORDER);
        a11.intoMemorySegment(ALL, m + 704, ORDER);
        a12.intoMemorySegment(ALL, m + 768, ORDER);
        a13.intoMemorySegment(ALL, m + 832, ORDER);
        a14.intoMemorySegment(ALL, m + 896, ORDER);
        a15.intoMemorySegment(ALL, m + 960, ORDER);
        a16.intoMemorySegment(ALL, m + 1024, ORDER);
        a17.intoMemorySegment(ALL, m + 1088, ORDER);
        a18.intoMemorySegment(ALL, m + 1152, ORDER);
        a19.intoMemorySegment(ALL, m + 1216, ORDER);
        a20.intoMemorySegment(ALL, m + 1280, ORDER);
        a21.intoMemorySegment(ALL, m + 1344, ORDER);
        a22.intoMemorySegment(ALL, m + 1408, ORDER);
        a23.intoMemorySegment(ALL, m + 1472, ORDER);
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
        a0.intoMemorySegment(ALL, m, ORDER);
        a1.intoMemorySegment(ALL, m + 64, ORDER);
        a2.intoMemorySegment(ALL, m + 128, ORDER);
        a3.intoMemorySegment(ALL, m + 192, ORDER);
        a4.intoMemorySegment(ALL, m + 256, ORDER);
        a5.intoMemorySegment(ALL, m + 320, ORDER);
        a6.intoMemorySegment(ALL, m + 384, ORDER);
        a7.intoMemorySegment(ALL, m + 448, ORDER);
        a8.intoMemorySegment(ALL, m + 512, ORDER);
        a9.intoMemorySegment(ALL, m + 576, ORDER);
        a10.intoMemorySegment(ALL, m + 640, ORDER);
        a11.intoMemorySegment(ALL, m + 704, ORDER);
        b0.intoMemorySegment(ALL, m + blockBytes, ORDER);
        b1.intoMemorySegment(ALL, m + blockBytes + 64, ORDER);
        b2.intoMemorySegment(ALL, m + blockBytes + 128, ORDER);
        b3.intoMemorySegment(ALL, m + blockBytes + 192, ORDER);
        b4.intoMemorySegment(ALL, m + blockBytes + 256, ORDER);
        b5.intoMemorySegment(ALL, m + blockBytes + 320, ORDER);
        b6.intoMemorySegment(ALL, m + blockBytes + 384, ORDER);
        b7.intoMemorySegment(ALL, m + blockBytes + 448, ORDER);
        b8.intoMemorySegment(ALL, m + blockBytes + 512, ORDER);
        b9.intoMemorySegment(ALL, m + blockBytes + 576, ORDER);
        b10.intoMemorySegment(ALL, m + blockBytes + 640, ORDER);
        b11.intoMemorySegment(ALL, m + blockBytes + 704, ORDER);
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
        a0.intoMemorySegment(ALL, m, ORDER);
        a1.intoMemorySegment(ALL, m + 64, ORDER);
        a2.intoMemorySegment(ALL, m + 128, ORDER);
        a3.intoMemorySegment(ALL, m + 192, ORDER);
        a4.intoMemorySegment(ALL, m + 256, ORDER);
        a5.intoMemorySegment(ALL, m + 320, ORDER);
        b0.intoMemorySegment(ALL, m + blockBytes, ORDER);
        b1.intoMemorySegment(ALL, m + blockBytes + 64, ORDER);
        b2.intoMemorySegment(ALL, m + blockBytes + 128, ORDER);
        b3.intoMemorySegment(ALL, m + blockBytes + 192, ORDER);
        b4.intoMemorySegment(ALL, m + blockBytes + 256, ORDER);
        b5.intoMemorySegment(ALL, m + blockBytes + 320, ORDER);
        c0.intoMemorySegment(ALL, m + 2L * blockBytes, ORDER);
        c1.intoMemorySegment(ALL, m + 2L * blockBytes + 64, ORDER);
        c2.intoMemorySegment(ALL, m + 2L * blockBytes + 128, ORDER);
        c3.intoMemorySegment(ALL, m + 2L * blockBytes + 192, ORDER);
        c4.intoMemorySegment(ALL, m + 2L * blockBytes + 256, ORDER);
        c5.intoMemorySegment(ALL, m + 2L * blockBytes + 320, ORDER);
        d0.intoMemorySegment(ALL, m + 3L * blockBytes, ORDER);
        d1.intoMemorySegment(ALL, m + 3L * blockBytes + 64, ORDER);
        d2.intoMemorySegment(ALL, m + 3L * blockBytes + 128, ORDER);
        d3.intoMemorySegment(ALL, m + 3L * blockBytes + 192, ORDER);
        d4.intoMemorySegment(ALL, m + 3L * blockBytes + 256, ORDER);
        d5.intoMemorySegment(ALL, m + 3L * blockBytes + 320, ORDER);
    }
}
