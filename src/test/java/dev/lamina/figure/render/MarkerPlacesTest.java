package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MarkerPlacesTest {
    @Test
    void aShortCurveIsMarkedEverywhereButInItsGaps() {
        assertArrayEquals(new boolean[] {true, false, true}, MarkerPlaces.of(new double[] {1, Double.NaN, 2}, 2, 3));
    }

    @Test
    void aLongCurveHasFewMarkersAndCurvesDoNotShareThem() {
        double[] y = new double[400];
        boolean[] first = MarkerPlaces.of(y, 0, 3);
        boolean[] second = MarkerPlaces.of(y, 1, 3);
        assertEquals(8, count(first));
        assertEquals(8, count(second));
        for (int i = 0; i < y.length; i++) {
            assertTrue(!first[i] || !second[i]);
        }
    }

    @Test
    void aPointBetweenGapsIsAlwaysMarked() {
        double[] y = new double[100];
        Arrays.fill(y, 30, 33, Double.NaN);
        y[31] = 5;
        assertTrue(MarkerPlaces.of(y, 0, 1)[31]);
    }

    private static int count(boolean[] marked) {
        int count = 0;
        for (boolean mark : marked) {
            count += mark ? 1 : 0;
        }
        return count;
    }
}
