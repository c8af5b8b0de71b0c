package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockedActivationTest {
    private static final int CHANNELS = 20;

    static Stream<PlainActivation> activations() {
        return PlainActivation.all(CHANNELS).stream();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void valueAndGradientsMatchPlainLoopsInDouble(PlainActivation activation) {
        for (BlockedShape shape :
                new BlockedShape[] {new BlockedShape(3, CHANNELS, 5, 7), new BlockedShape(1, CHANNELS, 1, 1)}) {
            for (Precision precision : Precision.values()) {
                for (Team team : TestTensors.teams()) {
                    check(activation, shape, precision, team);
                }
            }
        }
    }

    private static void check(PlainActivation plain, BlockedShape shape, Precision precision, Team team) {
        int n = TestTensors.elements(shape);
        double[] x = TestTensors.normal("x", n);
        double[] dy = TestTensors.normal("dy", n);
        BlockedTensor xs = TestTensors.blocked(shape, precision, x);
        BlockedTensor dys = TestTensors.blocked(shape, precision, dy);
        BlockedTensor y = TestTensors.zeros(shape, precision);
        BlockedTensor dx = TestTensors.zeros(shape, precision);
        BlockedActivation kernel = new BlockedActivation(team, shape, plain.activation());
        kernel.forward(xs, y).run();
        kernel.backward(xs, dys, dx).run();
        double[] value = new double[n];
        double[] gradient = new double[n];
        double[][] parameters = new double[plain.trained()][CHANNELS];
        for (int i = 0; i < n; i++) {
            int c = i / shape.pixels() % CHANNELS;
            value[i] = plain.value(x[i], c);
            gradient[i] = dy[i] * plain.derivative(x[i], c);
            for (int p = 0; p < parameters.length; p++) {
                parameters[p][plain.isShared(p) ? 0 : c] += dy[i] * plain.parameterDerivative(p, x[i], c);
            }
        }
        double tolerance = precision == Precision.FLOAT32 ? 1e-6 : 4e-3;
        TestTensors.assertClose(value, TestTensors.plain(y), tolerance, "y");
        TestTensors.assertClose(gradient, TestTensors.plain(dx), tolerance, "dx");
        TestTensors.assertPaddingIsZero(y);
        TestTensors.assertPaddingIsZero(dx);
        for (int p = 0; p < parameters.length; p++) {
            double[] actual = plain.gradient(p);
            TestTensors.assertClose(
                    java.util.Arrays.copyOf(parameters[p], actual.length), actual, 1e-5, "parameter " + p);
        }
    }

    @Test
    void notANumberAndInfinitiesPassThrough() {
        BlockedShape shape = new BlockedShape(1, 3, 1, 1);
        for (PlainActivation plain : PlainActivation.all(3)) {
            double[] x = {Double.NaN, Double.POSITIVE_INFINITY, -1e30f};
            BlockedTensor y = TestTensors.zeros(shape, Precision.FLOAT32);
            new BlockedActivation(Team.inline(), shape, plain.activation())
                    .forward(TestTensors.blocked(shape, Precision.FLOAT32, x), y)
                    .run();
            double[] result = TestTensors.plain(y);
            assertTrue(Double.isNaN(result[0]), plain + " hides a NaN");
            assertEquals(plain.value(Double.POSITIVE_INFINITY, 1), result[1], plain.name());
            double least = plain.value(-1e30f, 2);
            assertEquals(least, result[2], Math.max(2 * Float.MIN_NORMAL, 1e-6 * Math.abs(least)), plain.name());
        }
    }

    @Test
    void mpeluContainsReluAndElu() {
        BlockedShape shape = new BlockedShape(2, 16, 3, 3);
        double[] x = TestTensors.normal("x", TestTensors.elements(shape));
        assertSame(shape, x, mpelu(0, 1), new Activation.Relu(), 0);
        assertSame(shape, x, mpelu(1, 1), new Activation.Elu(1), 0);
        assertSame(shape, x, mpelu(25.6302, 0.01), new Activation.LeakyRelu(0.256302f), 0.05);
    }

    private static Activation mpelu(double alpha, double beta) {
        ChannelParameter unused = ChannelParameter.shared(TestTensors.floats(0));
        return new Activation.Mpelu(
                ChannelParameter.shared(TestTensors.floats(alpha)),
                ChannelParameter.shared(TestTensors.floats(beta)),
                unused,
                unused);
    }

    private static void assertSame(BlockedShape shape, double[] x, Activation a, Activation b, double tolerance) {
        BlockedTensor in = TestTensors.blocked(shape, Precision.FLOAT32, x);
        BlockedTensor first = TestTensors.zeros(shape, Precision.FLOAT32);
        BlockedTensor second = TestTensors.zeros(shape, Precision.FLOAT32);
        new BlockedActivation(Team.inline(), shape, a).forward(in, first).run();
        new BlockedActivation(Team.inline(), shape, b).forward(in, second).run();
        TestTensors.assertClose(TestTensors.plain(second), TestTensors.plain(first), tolerance, a + " and " + b);
    }
}
