package dev.lamina.backend.cpu.kernel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamUpdateTest {
    private static final AdamUpdate.Settings SETTINGS = new AdamUpdate.Settings(0.9f, 0.999f, 1e-8f, 0.01f);

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 100, 70_001})
    void fourStepsMatchTheFormulasOfPyTorch(int length) {
        for (Team team : TestTensors.teams()) {
            double[] w = TestTensors.normal("w", length);
            double[] m = new double[length];
            double[] v = new double[length];
            int[] step = {0};
            FlatTensor weights = FlatTensor.of(TestTensors.floats(w), length);
            FlatTensor gradient = FlatTensor.of(TestTensors.floats(new double[length]), length);
            FlatTensor first = FlatTensor.of(TestTensors.floats(new double[length]), length);
            FlatTensor second = FlatTensor.of(TestTensors.floats(new double[length]), length);
            Launch launch =
                    AdamUpdate.launch(team, weights, gradient, first, second, SETTINGS, () -> 0.01, () -> step[0]);
            for (step[0] = 1; step[0] <= 4; step[0]++) {
                double[] g = TestTensors.normal("g" + step[0], length);
                gradient.memory().copyFrom(TestTensors.floats(g).asSlice(0, length * 4L));
                launch.run();
                for (int i = 0; i < length; i++) {
                    double d = g[i] + 0.01 * w[i];
                    m[i] = 0.9 * m[i] + 0.1 * d;
                    v[i] = 0.999 * v[i] + 0.001 * d * d;
                    double root = Math.sqrt(v[i]) / Math.sqrt(1 - Math.pow(0.999, step[0]));
                    w[i] -= 0.01 / (1 - Math.pow(0.9, step[0])) * m[i] / (root + 1e-8);
                }
                TestTensors.assertClose(w, TestTensors.doubles(weights.memory(), length), 5e-6, "w at step " + step[0]);
            }
        }
    }
}
