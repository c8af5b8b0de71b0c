package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.INTS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Lanes.SHORTS;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/** bfloat16 to float32 and back, rounding to nearest even, by address; lengths count elements, whole vectors. */
final class Bfloat16 {
    private Bfloat16() {}

    static void widen(long from, long to, int length) {
        int end = length * Short.BYTES;
        for (int i = 0; i < end; i += BYTES / 2) {
            ShortVector half = ShortVector.fromMemorySegment(SHORTS, Memory.ALL, from + i, ORDER);
            IntVector bits = (IntVector) half.convertShape(VectorOperators.ZERO_EXTEND_S2I, INTS, 0);
            bits.lanewise(VectorOperators.LSHL, 16).intoMemorySegment(Memory.ALL, to + 2L * i, ORDER);
        }
    }

    /**
     * Adds 0x7fff, and one more if the bit that stays last is odd, then cuts. The NaNs that arithmetic makes stay NaN;
     * one with all lower bits set would not.
     */
    static void narrow(long from, long to, int length) {
        int end = length * Short.BYTES;
        for (int i = 0; i < end; i += BYTES / 2) {
            IntVector bits = IntVector.fromMemorySegment(INTS, Memory.ALL, from + 2L * i, ORDER);
            IntVector odd = bits.lanewise(VectorOperators.LSHR, 16).and(1);
            IntVector rounded = odd.add(0x7fff).add(bits).lanewise(VectorOperators.LSHR, 16);
            ShortVector half = (ShortVector) rounded.convertShape(VectorOperators.I2S, SHORTS, 0);
            half.intoMemorySegment(Memory.ALL, to + i, ORDER);
        }
    }
}
