package dev.lamina.nn.regularizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.ParameterSpec;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EqualNormTest {
    private static EqualNorm of(EqualNormForm type, double alpha) {
        return new EqualNorm(type, alpha, 1e-4, 1e-3);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAYER", "ROWS", "CENTERED_ROWS", "CENTERED_LAYER"})
    void theSquaredNormOfALayerIsAlpha(EqualNormForm type) {
        RandomGenerator random = new Seeds(1).stream("weights");
        for (int i = 0; i < 200; i++) {
            int rows = random.nextInt(1, 20);
            double scale = Math.pow(10, random.nextDouble(-6, 6));
            double shift = random.nextDouble(-2, 2) * scale;
            double[] w = random.doubles((long) rows * random.nextInt(2, 30))
                    .map(v -> shift + scale * v)
                    .toArray();
            double alpha = random.nextDouble(0.01, 100);
            double[] effective = of(type, alpha).effective(w, rows);
            double squares = Arrays.stream(effective).map(v -> v * v).sum();
            assertEquals(alpha, squares, 1e-5 * alpha);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsHaveTheirShareAndCenteredOnesTheMeanZero(EqualNormForm type) {
        double[] effective = of(type, 6).effective(new double[] {1, 2, 4, -3, 0.5, 9}, 2);
        double share = of(type, 6).squaredNorm(2, 6) / 2;
        double[] first = Arrays.copyOf(effective, 3);
        double[] second = Arrays.copyOfRange(effective, 3, 6);
        if (type.byRow()) {
            assertEquals(share, Arrays.stream(first).map(v -> v * v).sum(), 1e-12);
            assertEquals(share, Arrays.stream(second).map(v -> v * v).sum(), 1e-12);
        }
        if (type.centered()) {
            assertEquals(0, Arrays.stream(effective).sum(), 1e-12);
        }
        if (type.centered() && type.byRow()) {
            assertEquals(0, Arrays.stream(first).sum(), 1e-12);
        }
    }

    /** Salimans, Kingma, eq. 2: with g = ‖w‖ nothing changes, whatever the weights' length. */
    @Test
    void weightNormalizationLeavesTheDirectionAndLearnsTheLength() {
        EqualNorm constraint = of(EqualNormForm.WEIGHT_NORMALIZATION, 1);
        double[] w = {3, 4, 0, 5, 12, 0};
        double[] unit = constraint.effective(w, 2);
        assertArrayEquals(
                w,
                new double[] {5 * unit[0], 5 * unit[1], 5 * unit[2], 13 * unit[3], 13 * unit[4], 13 * unit[5]},
                1e-12);
        ParameterSpec gain = constraint.gain(2).orElseThrow();
        assertEquals(Shape.of(2), gain.shape());
        assertEquals(1, gain.constant());
    }

    /** Qiao et al., eq. 4. */
    @Test
    void weightStandardizationMakesMeanZeroAndVarianceOne() {
        double[] effective =
                of(EqualNormForm.WEIGHT_STANDARDIZATION, 1).effective(new double[] {1, 2, 4, -3, 0.5, 9}, 2);
        for (int row = 0; row < 2; row++) {
            double[] values = Arrays.copyOfRange(effective, 3 * row, 3 * row + 3);
            assertEquals(0, Arrays.stream(values).sum(), 1e-12);
            assertEquals(1, Arrays.stream(values).map(v -> v * v).sum() / 3, 1e-12);
        }
        assertTrue(of(EqualNormForm.WEIGHT_STANDARDIZATION, 1).gain(2).isEmpty());
    }

    @Test
    void aLearnedNormBeginsAtAlpha() {
        EqualNorm learned = new EqualNorm(EqualNormForm.ROWS, 2.25, 1e-4, 1e-3, true);
        double[] unit = learned.effective(new double[] {3, 4, 5, 12}, 2);
        assertEquals(1, Arrays.stream(unit).map(v -> v * v).sum(), 1e-12);
        ParameterSpec gain = learned.gain(2).orElseThrow();
        assertEquals(Shape.of(1), gain.shape());
        assertEquals(1.5, gain.constant());
    }

    @Test
    void onlyTheEqualNormHasAShiftedDecay() {
        for (EqualNormForm form : EqualNormForm.values()) {
            assertEquals(
                    new ShiftedDecay(1e-4, form.equalNorm() ? 1e-3 : 0),
                    of(form, 1).decay());
        }
    }

    @Test
    void threeAndFourInOneRow() {
        double[] w = {3, 4};
        assertArrayEquals(new double[] {0.6, 0.8}, of(EqualNormForm.ROWS, 1).effective(w, 1), 1e-15);
        assertArrayEquals(new double[] {0.6, 0.8}, of(EqualNormForm.LAYER, 1).effective(w, 1), 1e-15);
        double half = Math.sqrt(0.5);
        assertArrayEquals(
                new double[] {-half, half}, of(EqualNormForm.CENTERED_ROWS, 1).effective(w, 1), 1e-15);
    }

    /** The layer forms differ from the row forms as soon as rows differ. */
    @Test
    void twoRowsOfDifferentLength() {
        double[] w = {3, 4, 0, 5, 12, 0};
        assertArrayEquals(
                new double[] {0.6, 0.8, 0, 5.0 / 13, 12.0 / 13, 0},
                of(EqualNormForm.ROWS, 2).effective(w, 2),
                1e-15);
        double norm = Math.sqrt(194);
        assertArrayEquals(
                Arrays.stream(w).map(v -> v / norm).toArray(),
                of(EqualNormForm.LAYER, 1).effective(w, 2),
                1e-15);
        double deviation = Math.sqrt(194 - 6 * 16.0);
        assertArrayEquals(
                Arrays.stream(w).map(v -> (v - 4) / deviation).toArray(),
                of(EqualNormForm.CENTERED_LAYER, 1).effective(w, 2),
                1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void aRowWithoutDirectionStaysZeroWithGradientZero(EqualNormForm type) {
        double[] w = new double[6];
        double[] upstream = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(w, of(type, 1).effective(w, 2));
        assertArrayEquals(w, of(type, 1).gradient(w, 2, upstream));
    }
}
