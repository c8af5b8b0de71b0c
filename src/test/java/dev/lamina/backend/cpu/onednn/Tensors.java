package dev.lamina.backend.cpu.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.tensor.Seeds;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Random tensors into oneDNN's layouts and back, for tests. */
final class Tensors implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final RandomGenerator random = new Seeds(5).stream("oneDNN tests");

    Tensors() {
        OpenMp.setThreads(2);
    }

    static MemoryDescriptor plain(long... lengths) {
        return MemoryDescriptor.of(DataType.F32, Layout.plain(lengths.length), lengths);
    }

    static MemoryDescriptor any(long... lengths) {
        return MemoryDescriptor.of(DataType.F32, Layout.ANY, lengths);
    }

    double[] random(long... lengths) {
        return random.doubles(size(lengths), -1, 1).map(x -> (float) x).toArray();
    }

    static int size(long... lengths) {
        return Math.toIntExact(Arrays.stream(lengths).reduce(1, Math::multiplyExact));
    }

    Memory empty(MemoryDescriptor descriptor) {
        return Memory.allocate(arena, descriptor);
    }

    /** Plain values brought into a layout. */
    Memory filled(MemoryDescriptor descriptor, double[] values) {
        Memory plain = empty(plain(descriptor.lengths()));
        for (int i = 0; i < values.length; i++) {
            plain.segment().setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) values[i]);
        }
        Memory result = empty(descriptor);
        run(Reorder.of(plain.descriptor(), descriptor), Map.of(Argument.SRC, plain, Argument.DST, result));
        return result;
    }

    /** A tensor's values in plain order. */
    double[] values(Memory memory) {
        Memory plain = empty(plain(memory.descriptor().lengths()));
        run(Reorder.of(memory.descriptor(), plain.descriptor()), Map.of(Argument.SRC, memory, Argument.DST, plain));
        double[] values = new double[size(memory.descriptor().lengths())];
        for (int i = 0; i < values.length; i++) {
            values[i] = plain.segment().getAtIndex(ValueLayout.JAVA_FLOAT, i);
        }
        return values;
    }

    /** Runs a primitive once, with scratch memory added. */
    void run(PrimitiveDescriptor primitive, Map<Argument, Memory> arguments) {
        Map<Argument, Memory> all = new java.util.EnumMap<>(arguments);
        if (primitive.uses(Argument.SCRATCHPAD)) {
            all.put(Argument.SCRATCHPAD, empty(primitive.expected(Argument.SCRATCHPAD)));
        }
        Launch.of(arena, primitive, all).run();
    }

    Arena arena() {
        return arena;
    }

    /**
     * Allowed of a sum of some hundred products of about one. Without AVX-512 oneDNN cuts it differently into partial sums,
     * which rounds up to twice as much.
     */
    static double sumTolerance() {
        return OneDnn.instructionSet().startsWith("avx512") ? 1e-5 : 2e-5;
    }

    static void assertClose(double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, "element " + i);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
