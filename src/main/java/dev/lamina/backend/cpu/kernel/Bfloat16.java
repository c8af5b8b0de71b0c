package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.INTS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Lanes.SHORTS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/** bfloat16 to float32 and back, rounding to nearest even, by address; lengths count elements, whole vectors. */
final class Bfloat16 {
    private static final int HALF = BYTES / 2;

    private Bfloat16() {}

    /** One vector, widened. */
    static FloatVector load(long address) {
        ShortVector half = ShortVector.fromMemorySegment(SHORTS, Memory.ALL, address, ORDER);
        IntVector bits = (IntVector) half.convertShape(VectorOperators.ZERO_EXTEND_S2I, INTS, 0);
        return bits.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
    }

    /**
     * One vector, narrowed: adds 0x7fff, and one more if the bit that stays last is odd, then cuts. The NaNs that
     * arithmetic makes stay NaN; one with all lower bits set would not.
     */
    static void store(FloatVector value, long address) {
        IntVector bits = value.reinterpretAsInts();
        IntVector odd = bits.lanewise(VectorOperators.LSHR, 16).and(1);
        IntVector rounded = odd.add(0x7fff).add(bits).lanewise(VectorOperators.LSHR, 16);
        ShortVector half = (ShortVector) rounded.convertShape(VectorOperators.I2S, SHORTS, 0);
        half.intoMemorySegment(Memory.ALL, address, ORDER);
    }

    static void widen(long from, long to, int length) {
        int end = length * Short.BYTES;
        for (int i = 0; i < end; i += HALF) {
            Memory.store(load(from + i), to + 2L * i);
        }
    }

    static void narrow(long from, long to, int length) {
        int end = length * Short.BYTES;
        for (int i = 0; i < end; i += HALF) {
            store(Memory.load(from + 2L * i), to + i);
        }
    }

    /** {@link ChannelLoops#moments} of bf16 elements, added in the same order. */
    static void moments(long x, int length, long center, long sums) {
        FloatVector m = Memory.load(center);
        FloatVector s0 = Memory.load(sums);
        FloatVector q0 = Memory.load(sums + BYTES);
        FloatVector s1 = FloatVector.zero(FLOATS);
        FloatVector q1 = FloatVector.zero(FLOATS);
        int end = length * Short.BYTES;
        int pairs = end - end % BYTES;
        for (int i = 0; i < pairs; i += BYTES) {
            FloatVector d0 = load(x + i).sub(m);
            FloatVector d1 = load(x + i + HALF).sub(m);
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
        Memory.store(s0.add(s1), sums);
        Memory.store(q0.add(q1), sums + BYTES);
    }

    /** {@link ChannelLoops#combine} where g, x and dx are bf16. */
    static void combine(long g, long x, long dx, int length, long rows) {
        FloatVector k = Memory.load(rows);
        FloatVector l = Memory.load(rows + BYTES);
        FloatVector m = Memory.load(rows + 2L * BYTES);
        int end = length * Short.BYTES;
        for (int i = 0; i < end; i += HALF) {
            store(load(x + i).fma(l, load(g + i).fma(k, m)), dx + i);
        }
    }

    /** sum = a + b, a and b bf16, the sum float32. */
    static void add(long a, long b, long sum, int length) {
        int end = length * Short.BYTES;
        for (int i = 0; i < end; i += HALF) {
            Memory.store(load(a + i).add(load(b + i)), sum + 2L * i);
        }
    }
}
