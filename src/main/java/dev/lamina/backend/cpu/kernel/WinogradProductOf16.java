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
 * {@link WinogradProduct}'s products for 16 registers: 2 × 4 rather than 2 × 6, since C2 loads the operands of all tiles
 * before the first FMA (measured with 2 × 6: 8 of 12 accumulators stay, half the speed).
 */
final class WinogradProductOf16 {
    private WinogradProductOf16() {}

    static void multiply2x4(float[] v, int vo, int vs, float[] u, int uo, long m, long mBytes, int inputs) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
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
    }

    static void multiply1x7(float[] v, int vo, int vs, float[] u, int uo, long m, long mBytes, int inputs) {
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector a4 = FloatVector.zero(FLOATS);
        FloatVector a5 = FloatVector.zero(FLOATS);
        FloatVector a6 = FloatVector.zero(FLOATS);
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
            }
        }
        a0.intoMemorySegment(ALL, m, ORDER);
        a1.intoMemorySegment(ALL, m + mBytes, ORDER);
        a2.intoMemorySegment(ALL, m + 2 * mBytes, ORDER);
        a3.intoMemorySegment(ALL, m + 3 * mBytes, ORDER);
        a4.intoMemorySegment(ALL, m + 4 * mBytes, ORDER);
        a5.intoMemorySegment(ALL, m + 5 * mBytes, ORDER);
        a6.intoMemorySegment(ALL, m + 6 * mBytes, ORDER);
    }
}
