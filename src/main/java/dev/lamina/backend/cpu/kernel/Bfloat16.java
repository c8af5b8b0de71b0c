package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.INTS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Lanes.SHORTS;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/** bfloat16 to float32 and back, rounding to nearest even; lengths count elements, whole vectors; offsets bytes. */
final class Bfloat16 {
    private Bfloat16() {}

    static void widen(MemorySegment from, long at, MemorySegment to, long out, int length) {
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            load(from, at + i / 2).intoMemorySegment(to, out + i, ORDER);
        }
    }

    static void narrow(MemorySegment from, long at, MemorySegment to, long out, int length) {
        long end = (long) length * Float.BYTES;
        for (long i = 0; i < end; i += BYTES) {
            store(FloatVector.fromMemorySegment(FLOATS, from, at + i, ORDER), to, out + i / 2);
        }
    }

    static FloatVector load(MemorySegment from, long at) {
        ShortVector half = ShortVector.fromMemorySegment(SHORTS, from, at, ORDER);
        IntVector bits = (IntVector) half.convertShape(VectorOperators.ZERO_EXTEND_S2I, INTS, 0);
        return bits.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
    }

    /** Adds 0x7fff, and one more if the bit that stays last is odd, then cuts. A NaN may become infinite. */
    static void store(FloatVector value, MemorySegment to, long at) {
        IntVector bits = value.reinterpretAsInts();
        IntVector odd = bits.lanewise(VectorOperators.LSHR, 16).and(1);
        IntVector rounded = odd.add(0x7fff).add(bits).lanewise(VectorOperators.LSHR, 16);
        ((ShortVector) rounded.convertShape(VectorOperators.I2S, SHORTS, 0)).intoMemorySegment(to, at, ORDER);
    }
}
