package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    /** Variances 9, 4 and 1 along three orthogonal directions that are no axes. */
    @Test
    void theTwoDirectionsOfMostVarianceAreFound() {
        double[][] directions = {{2 / 3.0, 2 / 3.0, 1 / 3.0}, {-2 / 3.0, 1 / 3.0, 2 / 3.0}, {1 / 3.0, -2 / 3.0, 2 / 3.0}
        };
        Random random = new Random(4);
        int n = 400;
        double[][] along = new double[n][3];
        float[] points = new float[3 * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                along[i][k] = (3 - k) * random.nextGaussian();
                for (int j = 0; j < 3; j++) {
                    points[3 * i + j] += (float) (5 + along[i][k] * directions[k][j]);
                }
            }
        }
        PrincipalComponents found = PrincipalComponents.of(new Points(n, 3, points));
        assertEquals(1, Math.abs(correlation(found.first(), column(along, 0))), 0.01);
        assertEquals(1, Math.abs(correlation(found.second(), column(along, 1))), 0.02);
        assertEquals(0, correlation(found.first(), found.second()), 1e-6);
        assertEquals(9 / 14.0, found.shares()[0], 0.05);
        assertEquals(4 / 14.0, found.shares()[1], 0.05);
    }

    @Test
    void pointsThatDoNotVaryLieInTheMiddle() {
        float[] points = new float[12];
        Arrays.fill(points, 2);
        PrincipalComponents found = PrincipalComponents.of(new Points(4, 3, points));
        assertArrayEquals(new double[4], found.first());
        assertArrayEquals(new double[2], found.shares());
    }

    @Test
    void oneNumberAPointHasNoSecondDirection() {
        PrincipalComponents found = PrincipalComponents.of(new Points(3, 1, new float[] {1, 2, 6}));
        assertArrayEquals(new double[] {-2, -1, 3}, found.first(), 1e-6);
        assertArrayEquals(new double[3], found.second(), 1e-12);
        assertEquals(1, found.shares()[0], 1e-9);
    }

    private static double[] column(double[][] rows, int k) {
        return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double ma = Arrays.stream(a).average().orElseThrow();
        double mb = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
