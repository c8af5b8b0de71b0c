package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lamina.tensor.Seeds;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.random.RandomGenerator;

/** Plain [N, C, H, W] arrays in double beside blocked tensors, for kernel tests. */
final class TestTensors {
    private TestTensors() {}

    /** Teams of one and two, the latter in every kind this machine has. Never closed: they end with the process. */
    static List<Team> teams() {
        return List.of(Team.inline(), two());
    }

    static Team two() {
        return libgomp() == null ? Team.pool(2) : Team.openMp(libgomp(), 2);
    }

    static SymbolLookup libgomp() {
        try {
            return SymbolLookup.libraryLookup("libgomp.so.1", Arena.global());
        } catch (IllegalArgumentException absent) {
            return null;
        }
    }

    static double[] normal(String purpose, long count) {
        RandomGenerator random = new Seeds(7).stream(purpose);
        double[] values = new double[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static int elements(BlockedShape shape) {
        return shape.batch() * shape.channels() * shape.pixels();
    }

    static BlockedTensor zeros(BlockedShape shape, Precision precision) {
        return BlockedTensor.allocate(Arena.ofAuto(), shape, precision);
    }

    /** Values rounded to the precision, in the blocked layout; the array is rounded along. */
    static BlockedTensor blocked(BlockedShape shape, Precision precision, double[] values) {
        BlockedTensor tensor = zeros(shape, precision);
        for (int i = 0; i < values.length; i++) {
            set(tensor, index(shape, i), values[i]);
            values[i] = get(tensor, index(shape, i));
        }
        return tensor;
    }

    static double[] plain(BlockedTensor tensor) {
        double[] values = new double[elements(tensor.shape())];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(tensor, index(tensor.shape(), i));
        }
        return values;
    }

    static void assertPaddingIsZero(BlockedTensor tensor) {
        BlockedShape s = tensor.shape();
        for (long i = 0; i < s.elements(); i++) {
            long block = i / s.planeElements() % s.blocks();
            if (block * Lanes.COUNT + i % Lanes.COUNT >= s.channels()) {
                assertEquals(0.0, get(tensor, i), "padding at element " + i);
            }
        }
    }

    /** Element of the blocked layout of element i of the plain one. */
    static long index(BlockedShape s, int i) {
        int pixel = i % s.pixels();
        int channel = i / s.pixels() % s.channels();
        int example = i / s.pixels() / s.channels();
        int block = channel / Lanes.COUNT;
        return (((long) example * s.blocks() + block) * s.pixels() + pixel) * Lanes.COUNT + channel % Lanes.COUNT;
    }

    static double get(BlockedTensor tensor, long i) {
        return tensor.precision() == Precision.FLOAT32
                ? tensor.memory().getAtIndex(ValueLayout.JAVA_FLOAT, i)
                : Float.intBitsToFloat(tensor.memory().getAtIndex(ValueLayout.JAVA_SHORT, i) << 16);
    }

    private static void set(BlockedTensor tensor, long i, double value) {
        if (tensor.precision() == Precision.FLOAT32) {
            tensor.memory().setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
        } else {
            tensor.memory().setAtIndex(ValueLayout.JAVA_SHORT, i, bfloat16((float) value));
        }
    }

    /** Round to nearest even, by hand. */
    static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }

    static MemorySegment floats(double... values) {
        MemorySegment memory = Arena.ofAuto().allocate(Math.max(64, values.length * 4L), 64);
        for (int i = 0; i < values.length; i++) {
            memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) values[i]);
        }
        return memory;
    }

    static double[] doubles(MemorySegment memory, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = memory.getAtIndex(ValueLayout.JAVA_FLOAT, i);
        }
        return values;
    }

    /** Per-channel values with zeros (or another filler) in the padding channels. */
    static MemorySegment perChannel(BlockedShape shape, double[] values) {
        MemorySegment memory = Arena.ofAuto().allocate(shape.paddedChannels() * 4L, 64);
        MemorySegment.copy(floats(values), 0, memory, 0, values.length * 4L);
        return memory;
    }

    /** Every |actual − expected| within tolerance · max(1, |expected|). */
    static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= tolerance * Math.max(1, Math.abs(expected[i])))) {
                fail("%s: element %d is %s, expected %s".formatted(what, i, actual[i], expected[i]));
            }
        }
    }

    /** Root mean square of the difference over that of the expected values. */
    static double relativeRms(double[] expected, double[] actual) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        return Math.sqrt(difference / norm);
    }

    static byte[] bytes(MemorySegment memory) {
        return memory.toArray(ValueLayout.JAVA_BYTE);
    }
}
