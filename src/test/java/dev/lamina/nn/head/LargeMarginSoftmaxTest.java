package dev.lamina.nn.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeMarginSoftmaxTest {
    private static final double[] FEATURES = {0.3, -1.7};
    private static final double[] WEIGHTS = {0.5, 0.2, -1.1, 0.4, 0.9, 1.3};

    private static LossInputs<double[]> example(double... features) {
        double[] logits = new double[WEIGHTS.length / 2];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = WEIGHTS[2 * k] * features[0] + WEIGHTS[2 * k + 1] * features[1];
        }
        return LossInputs.of(new LargeMarginSoftmax(1, 0).reads(), input -> switch (input) {
            case LOGITS -> logits;
            case FEATURES -> features;
            case WEIGHTS -> WEIGHTS;
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3})
    void aMarginOfOneIsSoftmaxBitForBit(double annealing) {
        Loss loss = new LargeMarginSoftmax(1, annealing);
        LossInputs<double[]> example = example(FEATURES);
        LossInputs<double[]> logits = LossInputs.ofLogits(example.get(LossInput.LOGITS));
        for (int label = 0; label < 3; label++) {
            assertEquals(new Loss.CrossEntropy(0).value(logits, label), loss.value(example, label));
            LossInputs<double[]> gradient = loss.gradient(example, label);
            assertArrayEquals(
                    new Loss.CrossEntropy(0).gradient(logits, label).get(LossInput.LOGITS),
                    gradient.get(LossInput.LOGITS));
            assertArrayEquals(new double[2], gradient.get(LossInput.FEATURES));
            assertArrayEquals(new double[6], gradient.get(LossInput.WEIGHTS));
        }
    }

    /** s ψ(θ) with θ itself, in every interval and at both ends. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theLabelsLogitIsThePapers(int margin) {
        double s = 2.5;
        for (int i = 0; i <= 200; i++) {
            double angle = Math.PI * i / 200;
            int k = Math.min(margin - 1, (int) (angle * margin / Math.PI));
            double psi = Math.pow(-1, k) * Math.cos(margin * angle) - 2 * k;
            double z = s * Math.cos(angle);
            assertEquals(s * psi, new LargeMarginSoftmax(margin, 0).logit(z, s), 1e-12);
            assertEquals((3 * z + s * psi) / 4, new LargeMarginSoftmax(margin, 3).logit(z, s), 1e-12);
        }
    }

    /** x = (1, 0), W = (1, 0), (0, 1): θ = 90° to the second, so ψ = −2 for m = 2 where softmax has 0. */
    @Test
    void aRightAngleIsTwoBelowSoftmax() {
        var loss = new LargeMarginSoftmax(2, 0);
        LossInputs<double[]> example = LossInputs.of(loss.reads(), input -> switch (input) {
            case LOGITS, FEATURES -> new double[] {1, 0};
            case WEIGHTS -> new double[] {1, 0, 0, 1};
        });
        assertEquals(-1, loss.logit(0, 1), 1e-15);
        assertEquals(Math.log1p(Math.exp(2)), loss.value(example, 1), 1e-15);
        assertEquals(Math.log1p(Math.exp(-1)), loss.value(example, 0), 1e-15);
    }

    @Test
    void withoutFeaturesThereIsNoAngleAndNoMargin() {
        var loss = new LargeMarginSoftmax(4, 0);
        assertEquals(Math.log(3), loss.value(example(0, 0), 1), 1e-15);
        LossInputs<double[]> gradient = loss.gradient(example(0, 0), 1);
        assertArrayEquals(new double[] {1 / 3.0, -2 / 3.0, 1 / 3.0}, gradient.get(LossInput.LOGITS), 1e-15);
        assertArrayEquals(new double[2], gradient.get(LossInput.FEATURES));
    }

    @Test
    void whatIsNoNumberShows() {
        LossInputs<double[]> broken = example(Double.NaN, 1);
        assertTrue(Double.isNaN(new LargeMarginSoftmax(3, 0).value(broken, 0)));
        assertTrue(Double.isNaN(new LargeMarginSoftmax(3, 0).gradient(broken, 0).get(LossInput.FEATURES)[1]));
    }
}
