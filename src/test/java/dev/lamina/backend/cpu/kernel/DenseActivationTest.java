package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseActivationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 37})
    void valueAndGradientsMatchPlainLoopsInDouble(int features) {
        for (PlainActivation plain : PlainActivation.all(features)) {
            for (Team team : TestTensors.teams()) {
                check(plain, 5, features, team);
                check(plain, 1, features, team);
            }
        }
    }

    private static void check(PlainActivation plain, int rows, int features, Team team) {
        int n = rows * features;
        double[] x = TestTensors.normal("x", n);
        double[] dy = TestTensors.normal("dy", n);
        double[] value = new double[n];
        double[] gradient = new double[n];
        double[][] parameters = new double[plain.trained()][features];
        for (int i = 0; i < n; i++) {
            int f = i % features;
            value[i] = plain.value(x[i], f);
            gradient[i] = dy[i] * plain.derivative(x[i], f);
            for (int p = 0; p < parameters.length; p++) {
                parameters[p][plain.isShared(p) ? 0 : f] += dy[i] * plain.parameterDerivative(p, x[i], f);
            }
        }
        DenseActivation kernel = new DenseActivation(team, rows, features, plain.activation());
        MemorySegment y = TestTensors.floats(new double[n]);
        MemorySegment dx = TestTensors.floats(dy);
        kernel.forward(TestTensors.floats(x), y).run();
        kernel.backward(TestTensors.floats(x), dx, dx).run();
        TestTensors.assertClose(value, TestTensors.doubles(y, n), 1e-6, plain + " y");
        TestTensors.assertClose(gradient, TestTensors.doubles(dx, n), 1e-6, plain + " dx, in place");
        for (int p = 0; p < parameters.length; p++) {
            double[] actual = plain.gradient(p);
            TestTensors.assertClose(
                    Arrays.copyOf(parameters[p], actual.length), actual, 1e-5, plain + " parameter " + p);
        }
    }
}
