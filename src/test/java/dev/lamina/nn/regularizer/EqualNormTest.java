package dev.lamina.nn.regularizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.tensor.Seeds;
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
    @EnumSource
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
        double[] first = Arrays.copyOf(effective, 3);
        double[] second = Arrays.copyOfRange(effective, 3, 6);
        if (type.byRow()) {
            assertEquals(3, Arrays.stream(first).map(v -> v * v).sum(), 1e-12);
            assertEquals(3, Arrays.stream(second).map(v -> v * v).sum(), 1e-12);
        }
        if (type.centered()) {
            assertEquals(0, Arrays.stream(effective).sum(), 1e-12);
        }
        if (type.centered() && type.byRow()) {
            assertEquals(0, Arrays.stream(first).sum(), 1e-12);
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
