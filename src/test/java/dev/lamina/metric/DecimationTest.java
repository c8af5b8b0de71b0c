package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static final int COLUMNS = 50;

    @Test
    void everyColumnKeepsItsLowestAndHighestPoint() {
        Points noise = noise(10_000);
        Points thin = Decimation.toColumns(noise, 0, 10_000, COLUMNS);
        assertTrue(thin.size() <= 2 * COLUMNS, thin.size() + " points");
        for (int column = 0; column < COLUMNS; column++) {
            double from = column * 200.0;
            assertArrayEquals(extremes(noise, from, from + 200), extremes(thin, from, from + 200));
        }
    }

    @Test
    void fewPointsStayAsTheyAre() {
        Points few = new Points(new double[] {0, 1, 2}, new double[] {3, Double.NaN, 5});
        Points same = Decimation.toColumns(few, 0, 2, 100);
        assertArrayEquals(few.x(), same.x());
        assertArrayEquals(few.y(), same.y());
    }

    @Test
    void aSingleNanAmongThousandsStaysAGap() {
        Points noise = noise(10_000);
        noise.y()[5_003] = Double.NaN;
        Points thin = Decimation.toColumns(noise, 0, 10_000, COLUMNS);
        int gap = Arrays.binarySearch(thin.x(), 5_003);
        assertTrue(gap >= 0 && Double.isNaN(thin.y()[gap]));
    }

    @Test
    void onePointBeyondEachEndStays() {
        Points noise = noise(100);
        Points thin = Decimation.toColumns(noise, 40, 50, 200);
        assertEquals(39, thin.x()[0]);
        assertEquals(51, thin.x()[thin.size() - 1]);
        assertEquals(13, thin.size());
    }

    @Test
    void anEmptySeriesAndAWindowWithoutPointsAreFine() {
        assertEquals(
                0,
                Decimation.toColumns(new Points(new double[0], new double[0]), 0, 1, 1)
                        .size());
        assertEquals(1, Decimation.toColumns(noise(10), 20, 30, 5).size());
    }

    @Test
    void anImpossibleWindowIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Decimation.toColumns(noise(3), 1, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> Decimation.toColumns(noise(3), 0, 1, 0));
    }

    private static Points noise(int size) {
        RandomGenerator random = new Seeds(1).stream("noise");
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = i;
            y[i] = random.nextGaussian();
        }
        return new Points(x, y);
    }

    private static double[] extremes(Points points, double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            if (points.x()[i] >= from && points.x()[i] < to) {
                low = Math.min(low, points.y()[i]);
                high = Math.max(high, points.y()[i]);
            }
        }
        return new double[] {low, high};
    }
}
