package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.COUNT;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;
import static dev.lamina.backend.cpu.kernel.WinogradSlice.SLICE;
import static dev.lamina.backend.cpu.kernel.WinogradSlice.channels;

import jdk.incubator.vector.FloatVector;

/**
 * {@link WinogradProduct}'s products for 32 registers: vectors of outputs × tiles. Hand-unrolled so that every accumulator
 * stays in a register and two FMA units stay busy; longer than methods should be, because Java has no arrays of registers.
 */
final class WinogradProductOf32 {
    private WinogradProductOf32() {}

    static void multiply4x6(float[] v, int vo, int vs, float[] u, int uo, long m, long mBytes, int inputs) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector c0 = FloatVector.zero(FLOATS);
        FloatVector d0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector c1 = FloatVector.zero(FLOATS);
        FloatVector d1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector c2 = FloatVector.zero(FLOATS);
        FloatVector d2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
        FloatVector c3 = FloatVector.zero(FLOATS);
        FloatVector d3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector b4 = FloatVector.zero(FLOATS);
        FloatVector c4 = FloatVector.zero(FLOATS);
        FloatVector d4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector b5 = FloatVector.zero(FLOATS);
        FloatVector c5 = FloatVector.zero(FLOATS);
        FloatVector d5 = FloatVector.zero(FLOATS);
        for (int first = 0; first < inputs; first += SLICE) {
            int x = vo + first / SLICE * vs;
            int y = uo + first * 4 * COUNT;
            int channels = channels(inputs - first);
            for (int i = 0; i < channels; i++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + i * 4 * COUNT);
                FloatVector wb = FloatVector.fromArray(FLOATS, u, y + i * 4 * COUNT + COUNT);
                FloatVector wc = FloatVector.fromArray(FLOATS, u, y + i * 4 * COUNT + 2 * COUNT);
                FloatVector wd = FloatVector.fromArray(FLOATS, u, y + i * 4 * COUNT + 3 * COUNT);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + i]);
                a0 = wa.fma(s, a0);
                b0 = wb.fma(s, b0);
                c0 = wc.fma(s, c0);
                d0 = wd.fma(s, d0);
                s = FloatVector.broadcast(FLOATS, v[x + i + SLICE]);
                a1 = wa.fma(s, a1);
                b1 = wb.fma(s, b1);
                c1 = wc.fma(s, c1);
                d1 = wd.fma(s, d1);
                s = FloatVector.broadcast(FLOATS, v[x + i + 2 * SLICE]);
                a2 = wa.fma(s, a2);
                b2 = wb.fma(s, b2);
                c2 = wc.fma(s, c2);
                d2 = wd.fma(s, d2);
                s = FloatVector.broadcast(FLOATS, v[x + i + 3 * SLICE]);
                a3 = wa.fma(s, a3);
                b3 = wb.fma(s, b3);
                c3 = wc.fma(s, c3);
                d3 = wd.fma(s, d3);
                s = FloatVector.broadcast(FLOATS, v[x + i + 4 * SLICE]);
                a4 = wa.fma(s, a4);
                b4 = wb.fma(s, b4);
                c4 = wc.fma(s, c4);
                d4 = wd.fma(s, d4);
                s = FloatVector.broadcast(FLOATS, v[x + i + 5 * SLICE]);
                a5 = wa.fma(s, a5);
                b5 = wb.fma(s, b5);
                c5 = wc.fma(s, c5);
                d5 = wd.fma(s, d5);
            }
        }
        a0.intoMemorySegment(ALL, m, ORDER);
        b0.intoMemorySegment(ALL, m + BYTES, ORDER);
        c0.intoMemorySegment(ALL, m + 2L * BYTES, ORDER);
        d0.intoMemorySegment(ALL, m + 3L * BYTES, ORDER);
        a1.intoMemorySegment(ALL, m + mBytes, ORDER);
        b1.intoMemorySegment(ALL, m + mBytes + BYTES, ORDER);
        c1.intoMemorySegment(ALL, m + mBytes + 2L * BYTES, ORDER);
        d1.intoMemorySegment(ALL, m + mBytes + 3L * BYTES, ORDER);
        a2.intoMemorySegment(ALL, m + 2 * mBytes, ORDER);
        b2.intoMemorySegment(ALL, m + 2 * mBytes + BYTES, ORDER);
        c2.intoMemorySegment(ALL, m + 2 * mBytes + 2L * BYTES, ORDER);
        d2.intoMemorySegment(ALL, m + 2 * mBytes + 3L * BYTES, ORDER);
        a3.intoMemorySegment(ALL, m + 3 * mBytes, ORDER);
        b3.intoMemorySegment(ALL, m + 3 * mBytes + BYTES, ORDER);
        c3.intoMemorySegment(ALL, m + 3 * mBytes + 2L * BYTES, ORDER);
        d3.intoMemorySegment(ALL, m + 3 * mBytes + 3L * BYTES, ORDER);
        a4.intoMemorySegment(ALL, m + 4 * mBytes, ORDER);
        b4.intoMemorySegment(ALL, m + 4 * mBytes + BYTES, ORDER);
        c4.intoMemorySegment(ALL, m + 4 * mBytes + 2L * BYTES, ORDER);
        d4.intoMemorySegment(ALL, m + 4 * mBytes + 3L * BYTES, ORDER);
        a5.intoMemorySegment(ALL, m + 5 * mBytes, ORDER);
        b5.intoMemorySegment(ALL, m + 5 * mBytes + BYTES, ORDER);
        c5.intoMemorySegment(ALL, m + 5 * mBytes + 2L * BYTES, ORDER);
        d5.intoMemorySegment(ALL, m + 5 * mBytes + 3L * BYTES, ORDER);
    }

    static void multiply2x12(float[] v, int vo, int vs, float[] u, int uo, long m, long mBytes, int inputs) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector b4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector b5 = FloatVector.zero(FLOATS);
        FloatVector a6 = FloatVector.zero(FLOATS);
        FloatVector b6 = FloatVector.zero(FLOATS);
        FloatVector a7 = FloatVector.zero(FLOATS);
        FloatVector b7 = FloatVector.zero(FLOATS);
        FloatVector a8 = FloatVector.zero(FLOATS);
        FloatVector b8 = FloatVector.zero(FLOATS);
        FloatVector a9 = FloatVector.zero(FLOATS);
        FloatVector b9 = FloatVector.zero(FLOATS);
        FloatVector a10 = FloatVector.zero(FLOATS);
        FloatVector b10 = FloatVector.zero(FLOATS);
        FloatVector a11 = FloatVector.zero(FLOATS);
        FloatVector b11 = FloatVector.zero(FLOATS);
        for (int first = 0; first < inputs; first += SLICE) {
            int x = vo + first / SLICE * vs;
            int y = uo + first * 2 * COUNT;
            int channels = channels(inputs - first);
            for (int i = 0; i < channels; i++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + i * 2 * COUNT);
                FloatVector wb = FloatVector.fromArray(FLOATS, u, y + i * 2 * COUNT + COUNT);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + i]);
                a0 = wa.fma(s, a0);
                b0 = wb.fma(s, b0);
                s = FloatVector.broadcast(FLOATS, v[x + i + SLICE]);
                a1 = wa.fma(s, a1);
                b1 = wb.fma(s, b1);
                s = FloatVector.broadcast(FLOATS, v[x + i + 2 * SLICE]);
                a2 = wa.fma(s, a2);
                b2 = wb.fma(s, b2);
                s = FloatVector.broadcast(FLOATS, v[x + i + 3 * SLICE]);
                a3 = wa.fma(s, a3);
                b3 = wb.fma(s, b3);
                s = FloatVector.broadcast(FLOATS, v[x + i + 4 * SLICE]);
                a4 = wa.fma(s, a4);
                b4 = wb.fma(s, b4);
                s = FloatVector.broadcast(FLOATS, v[x + i + 5 * SLICE]);
                a5 = wa.fma(s, a5);
                b5 = wb.fma(s, b5);
                s = FloatVector.broadcast(FLOATS, v[x + i + 6 * SLICE]);
                a6 = wa.fma(s, a6);
                b6 = wb.fma(s, b6);
                s = FloatVector.broadcast(FLOATS, v[x + i + 7 * SLICE]);
                a7 = wa.fma(s, a7);
                b7 = wb.fma(s, b7);
                s = FloatVector.broadcast(FLOATS, v[x + i + 8 * SLICE]);
                a8 = wa.fma(s, a8);
                b8 = wb.fma(s, b8);
                s = FloatVector.broadcast(FLOATS, v[x + i + 9 * SLICE]);
                a9 = wa.fma(s, a9);
                b9 = wb.fma(s, b9);
                s = FloatVector.broadcast(FLOATS, v[x + i + 10 * SLICE]);
                a10 = wa.fma(s, a10);
                b10 = wb.fma(s, b10);
                s = FloatVector.broadcast(FLOATS, v[x + i + 11 * SLICE]);
                a11 = wa.fma(s, a11);
                b11 = wb.fma(s, b11);
            }
        }
        a0.intoMemorySegment(ALL, m, ORDER);
        b0.intoMemorySegment(ALL, m + BYTES, ORDER);
        a1.intoMemorySegment(ALL, m + mBytes, ORDER);
        b1.intoMemorySegment(ALL, m + mBytes + BYTES, ORDER);
        a2.intoMemorySegment(ALL, m + 2 * mBytes, ORDER);
        b2.intoMemorySegment(ALL, m + 2 * mBytes + BYTES, ORDER);
        a3.intoMemorySegment(ALL, m + 3 * mBytes, ORDER);
        b3.intoMemorySegment(ALL, m + 3 * mBytes + BYTES, ORDER);
        a4.intoMemorySegment(ALL, m + 4 * mBytes, ORDER);
        b4.intoMemorySegment(ALL, m + 4 * mBytes + BYTES, ORDER);
        a5.intoMemorySegment(ALL, m + 5 * mBytes, ORDER);
        b5.intoMemorySegment(ALL, m + 5 * mBytes + BYTES, ORDER);
        a6.intoMemorySegment(ALL, m + 6 * mBytes, ORDER);
        b6.intoMemorySegment(ALL, m + 6 * mBytes + BYTES, ORDER);
        a7.intoMemorySegment(ALL, m + 7 * mBytes, ORDER);
        b7.intoMemorySegment(ALL, m + 7 * mBytes + BYTES, ORDER);
        a8.intoMemorySegment(ALL, m + 8 * mBytes, ORDER);
        b8.intoMemorySegment(ALL, m + 8 * mBytes + BYTES, ORDER);
        a9.intoMemorySegment(ALL, m + 9 * mBytes, ORDER);
        b9.intoMemorySegment(ALL, m + 9 * mBytes + BYTES, ORDER);
        a10.intoMemorySegment(ALL, m + 10 * mBytes, ORDER);
        b10.intoMemorySegment(ALL, m + 10 * mBytes + BYTES, ORDER);
        a11.intoMemorySegment(ALL, m + 11 * mBytes, ORDER);
        b11.intoMemorySegment(ALL, m + 11 * mBytes + BYTES, ORDER);
    }

    static void multiply1x24(float[] v, int vo, int vs, float[] u, int uo, long m, long mBytes, int inputs) {
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
        for (int first = 0; first < inputs; first += SLICE) {
            int x = vo + first / SLICE * vs;
            int y = uo + first * COUNT;
            int channels = channels(inputs - first);
            for (int i = 0; i < channels; i++) {
                FloatVector wa = FloatVector.fromArray(FLOATS, u, y + i * COUNT);
                FloatVector s = FloatVector.broadcast(FLOATS, v[x + i]);
                a0 = wa.fma(s, a0);
                s = FloatVector.broadcast(FLOATS, v[x + i + SLICE]);
                a1 = wa.fma(s, a1);
                s = FloatVector.broadcast(FLOATS, v[x + i + 2 * SLICE]);
                a2 = wa.fma(s, a2);
                s = FloatVector.broadcast(FLOATS, v[x + i + 3 * SLICE]);
                a3 = wa.fma(s, a3);
                s = FloatVector.broadcast(FLOATS, v[x + i + 4 * SLICE]);
                a4 = wa.fma(s, a4);
                s = FloatVector.broadcast(FLOATS, v[x + i + 5 * SLICE]);
                a5 = wa.fma(s, a5);
                s = FloatVector.broadcast(FLOATS, v[x + i + 6 * SLICE]);
                a6 = wa.fma(s, a6);
                s = FloatVector.broadcast(FLOATS, v[x + i + 7 * SLICE]);
                a7 = wa.fma(s, a7);
                s = FloatVector.broadcast(FLOATS, v[x + i + 8 * SLICE]);
                a8 = wa.fma(s, a8);
                s = FloatVector.broadcast(FLOATS, v[x + i + 9 * SLICE]);
                a9 = wa.fma(s, a9);
                s = FloatVector.broadcast(FLOATS, v[x + i + 10 * SLICE]);
                a10 = wa.fma(s, a10);
                s = FloatVector.broadcast(FLOATS, v[x + i + 11 * SLICE]);
                a11 = wa.fma(s, a11);
                s = FloatVector.broadcast(FLOATS, v[x + i + 12 * SLICE]);
                a12 = wa.fma(s, a12);
                s = FloatVector.broadcast(FLOATS, v[x + i + 13 * SLICE]);
                a13 = wa.fma(s, a13);
                s = FloatVector.broadcast(FLOATS, v[x + i + 14 * SLICE]);
                a14 = wa.fma(s, a14);
                s = FloatVector.broadcast(FLOATS, v[x + i + 15 * SLICE]);
                a15 = wa.fma(s, a15);
                s = FloatVector.broadcast(FLOATS, v[x + i + 16 * SLICE]);
                a16 = wa.fma(s, a16);
                s = FloatVector.broadcast(FLOATS, v[x + i + 17 * SLICE]);
                a17 = wa.fma(s, a17);
                s = FloatVector.broadcast(FLOATS, v[x + i + 18 * SLICE]);
                a18 = wa.fma(s, a18);
                s = FloatVector.broadcast(FLOATS, v[x + i + 19 * SLICE]);
                a19 = wa.fma(s, a19);
                s = FloatVector.broadcast(FLOATS, v[x + i + 20 * SLICE]);
                a20 = wa.fma(s, a20);
                s = FloatVector.broadcast(FLOATS, v[x + i + 21 * SLICE]);
                a21 = wa.fma(s, a21);
                s = FloatVector.broadcast(FLOATS, v[x + i + 22 * SLICE]);
                a22 = wa.fma(s, a22);
                s = FloatVector.broadcast(FLOATS, v[x + i + 23 * SLICE]);
                a23 = wa.fma(s, a23);
            }
        }
        a0.intoMemorySegment(ALL, m, ORDER);
        a1.intoMemorySegment(ALL, m + mBytes, ORDER);
        a2.intoMemorySegment(ALL, m + 2 * mBytes, ORDER);
        a3.intoMemorySegment(ALL, m + 3 * mBytes, ORDER);
        a4.intoMemorySegment(ALL, m + 4 * mBytes, ORDER);
        a5.intoMemorySegment(ALL, m + 5 * mBytes, ORDER);
        a6.intoMemorySegment(ALL, m + 6 * mBytes, ORDER);
        a7.intoMemorySegment(ALL, m + 7 * mBytes, ORDER);
        a8.intoMemorySegment(ALL, m + 8 * mBytes, ORDER);
        a9.intoMemorySegment(ALL, m + 9 * mBytes, ORDER);
        a10.intoMemorySegment(ALL, m + 10 * mBytes, ORDER);
        a11.intoMemorySegment(ALL, m + 11 * mBytes, ORDER);
        a12.intoMemorySegment(ALL, m + 12 * mBytes, ORDER);
        a13.intoMemorySegment(ALL, m + 13 * mBytes, ORDER);
        a14.intoMemorySegment(ALL, m + 14 * mBytes, ORDER);
        a15.intoMemorySegment(ALL, m + 15 * mBytes, ORDER);
        a16.intoMemorySegment(ALL, m + 16 * mBytes, ORDER);
        a17.intoMemorySegment(ALL, m + 17 * mBytes, ORDER);
        a18.intoMemorySegment(ALL, m + 18 * mBytes, ORDER);
        a19.intoMemorySegment(ALL, m + 19 * mBytes, ORDER);
        a20.intoMemorySegment(ALL, m + 20 * mBytes, ORDER);
        a21.intoMemorySegment(ALL, m + 21 * mBytes, ORDER);
        a22.intoMemorySegment(ALL, m + 22 * mBytes, ORDER);
        a23.intoMemorySegment(ALL, m + 23 * mBytes, ORDER);
    }
}
