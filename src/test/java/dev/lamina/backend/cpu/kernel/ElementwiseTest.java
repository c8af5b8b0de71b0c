package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseTest {
    private interface Kernel {
        Launch launch(Team team, FlatTensor a, FlatTensor b, FlatTensor out);
    }

    private record Case(String name, Kernel kernel, DoubleBinaryOperator plain) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Integer> LENGTHS = List.of(1, 15, 16, 33, 5000);

    static Stream<Case> cases() {
        return Stream.of(
                new Case("add", Elementwise::add, Double::sum),
                new Case("multiply", Elementwise::multiply, (a, b) -> a * b));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLengthAndPrecisionMatchesPlainLoops(Case c) {
        for (Team team : TestTensors.teams()) {
            for (int length : LENGTHS) {
                for (Precision in : Precision.values()) {
                    for (Precision out : Precision.values()) {
                        check(c, team, length, in, out);
                    }
                }
            }
        }
    }

    private static void check(Case c, Team team, int length, Precision in, Precision out) {
        double[] a = TestTensors.normal("a", length);
        double[] b = TestTensors.normal("b", length);
        FlatTensor first = flat(in, a);
        FlatTensor second = flat(in, b);
        FlatTensor result = flat(out, TestTensors.normal("before", length + 1));
        FlatTensor target = new FlatTensor(length, out, result.memory());
        c.kernel.launch(team, first, second, target).run();
        double[] expected = new double[length + 1];
        for (int i = 0; i < length; i++) {
            expected[i] = c.plain.applyAsDouble(a[i], b[i]);
        }
        expected[length] = values(flat(out, TestTensors.normal("before", length + 1)))[length]; // not written
        double tolerance = out == Precision.FLOAT32 ? 1e-6 : 4e-3;
        TestTensors.assertClose(expected, values(result), tolerance, c + " " + in + " " + out + " " + length);
    }

    @Test
    void resultsMayOverwriteAnOperand() {
        double[] a = TestTensors.normal("a", 777);
        double[] b = TestTensors.normal("b", 777);
        FlatTensor first = flat(Precision.BFLOAT16, a);
        FlatTensor second = flat(Precision.BFLOAT16, b);
        FlatTensor apart = flat(Precision.BFLOAT16, new double[777]);
        Elementwise.add(Team.inline(), first, second, apart).run();
        Elementwise.add(Team.inline(), first, second, second).run();
        assertArrayEquals(values(apart), values(second));
    }

    @Test
    void operandsOfDifferentLengthsAreRefused() {
        FlatTensor three = flat(Precision.FLOAT32, new double[3]);
        FlatTensor four = flat(Precision.FLOAT32, new double[4]);
        assertThrows(IllegalArgumentException.class, () -> Elementwise.add(Team.inline(), three, four, four));
    }

    /** A tensor of the values, which are rounded along. */
    static FlatTensor flat(Precision precision, double[] values) {
        MemorySegment memory = Arena.ofAuto().allocate((long) values.length * precision.bytes(), 64);
        for (int i = 0; i < values.length; i++) {
            if (precision == Precision.FLOAT32) {
                memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) values[i]);
            } else {
                memory.setAtIndex(ValueLayout.JAVA_SHORT, i, TestTensors.bfloat16((float) values[i]));
            }
        }
        FlatTensor tensor = new FlatTensor(values.length, precision, memory);
        System.arraycopy(values(tensor), 0, values, 0, values.length);
        return tensor;
    }

    static double[] values(FlatTensor tensor) {
        int count = (int) (tensor.memory().byteSize() / tensor.precision().bytes());
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = tensor.precision() == Precision.FLOAT32
                    ? tensor.memory().getAtIndex(ValueLayout.JAVA_FLOAT, i)
                    : Float.intBitsToFloat(tensor.memory().getAtIndex(ValueLayout.JAVA_SHORT, i) << 16);
        }
        return values;
    }
}
