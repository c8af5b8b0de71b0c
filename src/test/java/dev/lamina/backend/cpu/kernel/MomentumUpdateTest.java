package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MomentumUpdateTest {
    private static final double RATE = 0.1;
    private static final double DECAY = 5e-4;
    private static final double MU = 0.9;

    @ParameterizedTest
    @EnumSource
    void threeStepsMatchTheFormulasOfPyTorch(MomentumUpdate.Momentum kind) {
        for (int length : new int[] {1, 16, 100, 70_001}) {
            for (Team team : TestTensors.teams()) {
                check(kind, length, team);
            }
        }
    }

    private static void check(MomentumUpdate.Momentum kind, int length, Team team) {
        double[] w = TestTensors.normal("w", length);
        double[] m = new double[length];
        double[] rate = {RATE};
        FlatTensor weights = FlatTensor.of(TestTensors.floats(w), length);
        FlatTensor gradient = FlatTensor.of(TestTensors.floats(new double[length]), length);
        FlatTensor velocity = FlatTensor.of(TestTensors.floats(new double[length]), length);
        Launch launch = MomentumUpdate.launch(
                team, weights, gradient, velocity, kind, (float) MU, (float) DECAY, () -> rate[0]);
        for (int step = 0; step < 3; step++) {
            double[] g = TestTensors.normal("g" + step, length);
            gradient.memory().copyFrom(TestTensors.floats(g).asSlice(0, length * 4L));
            rate[0] = RATE / (step + 1);
            launch.run();
            for (int i = 0; i < length; i++) {
                double d = g[i] + DECAY * w[i];
                m[i] = kind == MomentumUpdate.Momentum.NONE ? d : MU * m[i] + d;
                w[i] -= rate[0] * (kind == MomentumUpdate.Momentum.NESTEROV ? d + MU * m[i] : m[i]);
            }
            TestTensors.assertClose(w, TestTensors.doubles(weights.memory(), length), 2e-6, "w at step " + step);
        }
    }

    @Test
    void workedExample() {
        // w = 1, gradient = 0.5, decay 0.1, momentum 0.9, rate 0.1: g = 0.6, m = 0.6, w = 1 − 0.1·(0.6 + 0.54)
        FlatTensor w = FlatTensor.of(TestTensors.floats(1), 1);
        FlatTensor g = FlatTensor.of(TestTensors.floats(0.5), 1);
        FlatTensor m = FlatTensor.of(TestTensors.floats(0), 1);
        MomentumUpdate.launch(Team.inline(), w, g, m, MomentumUpdate.Momentum.NESTEROV, 0.9f, 0.1f, () -> 0.1)
                .run();
        assertEquals(0.886, TestTensors.doubles(w.memory(), 1)[0], 1e-6);
        assertEquals(0.6, TestTensors.doubles(m.memory(), 1)[0], 1e-6);
    }
}
