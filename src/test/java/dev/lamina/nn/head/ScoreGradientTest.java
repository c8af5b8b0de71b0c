package dev.lamina.nn.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.manifold.Interpolation;
import dev.lamina.tensor.Seeds;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScoreGradientTest {
    private static final int[] LABELS = {2, 0, 1};

    private static Interpolation of(int classes, double... scores) {
        return new Interpolation(scores.length / classes, classes, scores, 1, 0, 1);
    }

    @Test
    void theWorkedExampleHolds() {
        Interpolation right = of(2, 1, 0);
        int[] label = {0};
        assertArrayEquals(
                new float[] {0, 0}, ScoreGradient.SCORES.gradient(right, label).values());
        assertArrayEquals(
                new float[] {-0.2689f, 0.2689f},
                ScoreGradient.SOFTMAX_OF_SCORES.gradient(right, label).values(),
                5e-5f);
        assertEquals(0, ScoreGradient.SCORES.loss(right, label));
        assertEquals(Math.log(1 + Math.exp(-1)), ScoreGradient.SOFTMAX_OF_SCORES.loss(right, label), 1e-12);
    }

    /** With the softmax it is the true derivative of the loss in the scores. */
    @Test
    void theGradientOfTheSoftmaxIsThatOfItsLoss() {
        double[] scores = random();
        float[] gradient =
                ScoreGradient.SOFTMAX_OF_SCORES.gradient(of(3, scores), LABELS).values();
        for (int i = 0; i < scores.length; i++) {
            double step = 1e-5;
            double[] up = scores.clone();
            double[] down = scores.clone();
            up[i] += step;
            down[i] -= step;
            double difference = (ScoreGradient.SOFTMAX_OF_SCORES.loss(of(3, up), LABELS)
                            - ScoreGradient.SOFTMAX_OF_SCORES.loss(of(3, down), LABELS))
                    / (2 * step);
            assertEquals(difference, gradient[i], 1e-7);
        }
    }

    /** The gradient that cross-entropy has in logits whose softmax is u: log u are such logits. */
    @Test
    void theGradientOfTheScoresIsThatOfCrossEntropyWhereTheSoftmaxIsTheScores() {
        double[] scores = random();
        for (int n = 0; n < 3; n++) {
            double sum = scores[3 * n] + scores[3 * n + 1] + scores[3 * n + 2];
            for (int k = 0; k < 3; k++) {
                scores[3 * n + k] /= sum;
            }
        }
        double[] logits = new double[9];
        for (int i = 0; i < 9; i++) {
            logits[i] = Math.log(scores[i]);
        }
        assertArrayEquals(
                ScoreGradient.SOFTMAX_OF_SCORES.gradient(of(3, logits), LABELS).values(),
                ScoreGradient.SCORES.gradient(of(3, scores), LABELS).values(),
                1e-7f);
        assertEquals(
                ScoreGradient.SOFTMAX_OF_SCORES.loss(of(3, logits), LABELS),
                ScoreGradient.SCORES.loss(of(3, scores), LABELS),
                1e-12);
    }

    private static double[] random() {
        RandomGenerator random = new Seeds(3).stream("scores");
        double[] scores = new double[9];
        for (int i = 0; i < 9; i++) {
            scores[i] = 0.1 + random.nextDouble();
        }
        return scores;
    }
}
