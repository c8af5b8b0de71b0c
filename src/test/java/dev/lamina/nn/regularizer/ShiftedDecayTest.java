package dev.lamina.nn.regularizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.tensor.Seeds;
import org.junit.jupiter.api.Test;

class ShiftedDecayTest {
    @Test
    void oneAndThreeWithEpsilonOneHalf() {
        double[] gradient = new ShiftedDecay(0.1, 0.5).gradient(new double[] {1, 3}, 1);
        assertArrayEquals(new double[] {0.15, 0.25}, gradient, 1e-15);
    }

    @Test
    void withoutShiftItIsPlainWeightDecay() {
        double[] w = new Seeds(2).stream("weights").doubles(12, -1, 1).toArray();
        double[] gradient = new ShiftedDecay(0.5, 0).gradient(w, 3);
        for (int i = 0; i < w.length; i++) {
            assertEquals(0.5 * w[i], gradient[i], 1e-15);
        }
    }

    @Test
    void itIsTheGradientOfItsObjective() {
        var decay = new ShiftedDecay(0.3, 0.2);
        double[] w = new Seeds(3).stream("weights").doubles(20, -1, 2).toArray();
        double[] gradient = decay.gradient(w, 4);
        for (int i = 0; i < w.length; i++) {
            double center = w[i];
            double step = 6e-6 * Math.max(1, Math.abs(center));
            w[i] = center + step;
            double above = objective(decay, w, 4);
            w[i] = center - step;
            double below = objective(decay, w, 4);
            w[i] = center;
            assertEquals((above - below) / (2 * step), gradient[i], 1e-8);
        }
    }

    /** ½λn Σ_j ((std_j − ε)² + mean_j²). */
    private static double objective(ShiftedDecay decay, double[] w, int rows) {
        int n = w.length / rows;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double mean = 0;
            double squares = 0;
            for (int i = row * n; i < (row + 1) * n; i++) {
                mean += w[i] / n;
                squares += w[i] * w[i] / n;
            }
            double deviation = Math.sqrt(squares - mean * mean);
            sum += Math.pow(deviation - decay.epsilon(), 2) + mean * mean;
        }
        return decay.lambda() * n * sum / 2;
    }

    @Test
    void aRowOfEqualWeightsHasOnlyItsMeanLeft() {
        assertArrayEquals(new double[] {0.2, 0.2}, new ShiftedDecay(0.1, 0.5).gradient(new double[] {2, 2}, 1), 1e-15);
    }
}
