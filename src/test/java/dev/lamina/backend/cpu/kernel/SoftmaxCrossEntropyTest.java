package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxCrossEntropyTest {
    private static MemorySegment labels(int... values) {
        return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, values);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0", "3, 10, 0", "7, 37, 0.1"})
    void lossAndGradientMatchPlainLoopsInDouble(int n, int k, double smoothing) {
        double[] z = TestTensors.normal("z", (long) n * k);
        int[] label = new int[n];
        double loss = 0;
        double[] gradient = new double[n * k];
        for (int i = 0; i < n; i++) {
            label[i] = (i * 5 + 1) % k;
            double sum = 0;
            for (int c = 0; c < k; c++) {
                sum += Math.exp(z[i * k + c]);
            }
            for (int c = 0; c < k; c++) {
                double q = smoothing / k + (c == label[i] ? 1 - smoothing : 0);
                loss -= q * (z[i * k + c] - Math.log(sum)) / n;
                gradient[i * k + c] = (Math.exp(z[i * k + c]) / sum - q) / n;
            }
        }
        for (Team team : TestTensors.teams()) {
            MemorySegment dz = TestTensors.floats(new double[n * k]);
            SoftmaxCrossEntropy head = new SoftmaxCrossEntropy(team, n, k, smoothing);
            head.withGradient(TestTensors.floats(z), labels(label), dz).run();
            assertEquals(loss, head.meanLoss(), 1e-12);
            TestTensors.assertClose(gradient, TestTensors.doubles(dz, n * k), 1e-7, "gradient");
            SoftmaxCrossEntropy alone = new SoftmaxCrossEntropy(team, n, k, smoothing);
            alone.lossOnly(TestTensors.floats(z), labels(label)).run();
            assertEquals(head.meanLoss(), alone.meanLoss());
        }
    }

    @Test
    void logitsOfTenThousandStayFiniteAndExact() {
        MemorySegment z = TestTensors.floats(1e4, -1e4, 0, -1e4, 1e4, 0);
        MemorySegment dz = TestTensors.floats(new double[6]);
        SoftmaxCrossEntropy head = new SoftmaxCrossEntropy(Team.inline(), 2, 3, 0);
        head.withGradient(z, labels(0, 0), dz).run();
        assertEquals(1e4, head.meanLoss(), 1e-9, "0 for the right one, 20000 for the wrong one, averaged");
        TestTensors.assertClose(new double[] {0, 0, 0, -0.5, 0.5, 0}, TestTensors.doubles(dz, 6), 1e-7, "gradient");
        assertEquals(1, head.correct());
    }

    @Test
    void theGradientSumsToZeroPerExample() {
        double[] z = TestTensors.normal("z", 40);
        MemorySegment dz = TestTensors.floats(new double[40]);
        new SoftmaxCrossEntropy(Team.inline(), 4, 10, 0.1)
                .withGradient(TestTensors.floats(z), labels(0, 3, 9, 9), dz)
                .run();
        double[] gradient = TestTensors.doubles(dz, 40);
        for (int n = 0; n < 4; n++) {
            double sum = 0;
            for (int k = 0; k < 10; k++) {
                sum += gradient[n * 10 + k];
            }
            assertEquals(0, sum, 1e-7);
        }
    }

    @Test
    void aLabelOutsideTheClassesIsNamed() {
        SoftmaxCrossEntropy head = new SoftmaxCrossEntropy(TestTensors.two(), 2, 3, 0);
        Launch launch = head.lossOnly(TestTensors.floats(new double[6]), labels(0, 3));
        String message =
                assertThrows(IllegalArgumentException.class, launch::run).getMessage();
        assertTrue(message.contains("example 1") && message.contains("label 3"), message);
    }
}
