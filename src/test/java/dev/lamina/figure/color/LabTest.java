package dev.lamina.figure.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class LabTest {
    /** Pairs of the supplement of Sharma, Wu, Dalal 2005 with their differences, chosen for the formula's corners. */
    private static final double[][] PUBLISHED = {
        {50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425},
        {50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000},
        {50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669},
        {50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792},
        {50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0011, 7.2195},
        {50.0000, -0.0010, 2.4900, 50.0000, 0.0011, -2.4900, 4.7461},
        {50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492},
        {50.0000, 2.5000, 0.0000, 58.0000, 24.0000, 15.0000, 19.4535},
        {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644},
        {22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373},
        {36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146},
        {2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082},
    };

    @Test
    void differencesAreThePublishedOnesInBothDirections() {
        for (double[] pair : PUBLISHED) {
            Lab first = new Lab(pair[0], pair[1], pair[2]);
            Lab second = new Lab(pair[3], pair[4], pair[5]);
            assertEquals(pair[6], first.difference(second), 1e-4);
            assertEquals(pair[6], second.difference(first), 1e-4);
        }
    }

    @Test
    void whiteAndGraysHaveNoChroma() {
        Lab white = Lab.of(Color.WHITE);
        assertEquals(100, white.lightness(), 1e-3);
        assertEquals(0, white.a(), 0.02);
        assertEquals(0, white.b(), 0.02);
        assertEquals(53.585, Lab.of(new Color(128, 128, 128)).lightness(), 1e-2);
    }
}
