package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class Bfloat16Test {
    private static final int COUNT = 1 << 16;
    private final MemorySegment halves = Arena.ofAuto().allocate(COUNT * 2L, 64);
    private final MemorySegment floats = Arena.ofAuto().allocate(COUNT * 4L, 64);

    private float widened(int bits) {
        return floats.getAtIndex(ValueLayout.JAVA_FLOAT, bits);
    }

    private void fillWithEveryPattern() {
        for (int bits = 0; bits < COUNT; bits++) {
            halves.setAtIndex(ValueLayout.JAVA_SHORT, bits, (short) bits);
        }
        Bfloat16.widen(halves.address(), floats.address(), COUNT);
    }

    @Test
    void everyPatternWidensToItsUpperHalfAndNarrowsBack() {
        fillWithEveryPattern();
        for (int bits = 0; bits < COUNT; bits++) {
            assertEquals(bits << 16, Float.floatToRawIntBits(widened(bits)));
        }
        halves.fill((byte) 0);
        Bfloat16.narrow(floats.address(), halves.address(), COUNT);
        for (int bits = 0; bits < COUNT; bits++) {
            assertEquals((short) bits, halves.getAtIndex(ValueLayout.JAVA_SHORT, bits));
        }
    }

    @Test
    void narrowingRoundsToTheNearestAndTiesToEven() {
        double[] values = TestTensors.normal("values", 4096);
        for (int i = 0; i < 1024; i++) { // exact ties: halfway between neighbors
            values[i] = Float.intBitsToFloat((0x3f80 + i) << 16 | 0x8000);
        }
        for (int i = 0; i < values.length; i++) {
            floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) values[i]);
        }
        Bfloat16.narrow(floats.address(), halves.address(), values.length);
        for (int i = 0; i < values.length; i++) {
            int bits = halves.getAtIndex(ValueLayout.JAVA_SHORT, i) & 0xffff;
            double error = distance(values[i], bits);
            assertTrue(
                    error <= distance(values[i], bits - 1) && error <= distance(values[i], bits + 1), "" + values[i]);
            if (i < 1024) {
                assertEquals(0, bits & 1, "a tie goes to the even neighbor");
            }
        }
    }

    private static double distance(double value, int bits) {
        double rounded = Float.intBitsToFloat(bits << 16);
        return new BigDecimal(value).subtract(new BigDecimal(rounded)).abs().doubleValue();
    }
}
