package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.layer.LpPool;
import dev.lamina.program.Window;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NormPoolingTest {
    private static final Window WHOLE = new Window(2, 2, 0, 1, 1);

    private static DoubleTensor plane(double... values) {
        DoubleTensor tensor = new DoubleTensor(Shape.of(1, 1, 2, 2));
        tensor.assign(values);
        return tensor;
    }

    private static DoubleTensor pixel() {
        return new DoubleTensor(Shape.of(1, 1, 1, 1));
    }

    private static double norm(double p, double... x) {
        DoubleTensor y = pixel();
        WindowPooling.norm(p, WHOLE, plane(x), y);
        return y.values()[0];
    }

    private static double[] gradient(double p, double... x) {
        DoubleTensor y = pixel();
        DoubleTensor dy = pixel();
        dy.fill(1);
        DoubleTensor dx = plane(9, 9, 9, 9);
        WindowPooling.norm(p, WHOLE, plane(x), y);
        WindowPooling.normBackward(new LpPool(p, 2, 2, 0), WHOLE, plane(x), y, dy, dx);
        return dx.values().clone();
    }

    @Test
    void theSumOfMagnitudesAndTheEuclideanNormAreExact() {
        assertEquals(5 + 0.1 + 7, norm(1, 5, -0.1, 7, 0));
        assertEquals(13, norm(2, 3, -4, 12, 0));
        assertArrayEquals(new double[] {1, -1, 1, 0}, gradient(1, 5, -0.1, 7, 0));
        assertArrayEquals(new double[] {0.6, -0.8, 0, 0}, gradient(2, 3, -4, 0, 0));
    }

    @Test
    void noPowerOverflowsOrVanishes() {
        for (double scale : new double[] {1e300, 1e-300, 1e-315}) {
            for (double p : new double[] {1, 1.5, 2, 3, 1000}) {
                assertEquals(Math.pow(2, 1 / p), norm(p, scale, -scale, 0, 0) / scale, 1e-8, p + " at " + scale);
                assertEquals(Math.pow(2, 1 / p - 1), gradient(p, scale, -scale, 0, 0)[0], 1e-5, p + " at " + scale);
            }
        }
    }

    @Test
    void aWindowOfZerosHasNormAndGradientZero() {
        for (double p : new double[] {1, 1.5, 2, 7}) {
            assertEquals(0, norm(p, 0, -0.0, 0, 0));
            assertArrayEquals(new double[4], gradient(p, 0, 0, 0, 0));
        }
    }

    @Test
    void whatIsInfiniteOrNoNumberIsSeen() {
        for (double p : new double[] {1, 2, 3}) {
            assertEquals(Double.POSITIVE_INFINITY, norm(p, 1, Double.NEGATIVE_INFINITY, 0, 0));
            assertEquals(Double.NaN, norm(p, 1, Double.NaN, 0, 0));
        }
    }

    /** Between the largest magnitude and that times 4^(1/p), so within 0.14 % of it at p = 1000. */
    @Test
    void theNormFallsWithPTowardsTheLargestMagnitude() {
        RandomGenerator random = new Seeds(5).stream("norm pooling");
        for (int k = 0; k < 200; k++) {
            double[] x = random.doubles(4, -2, 2).toArray();
            double largest = Arrays.stream(x).map(Math::abs).max().orElseThrow();
            double before = Double.POSITIVE_INFINITY;
            for (double p : new double[] {1, 1.25, 2, 3, 10, 100, 1000}) {
                double y = norm(p, x);
                assertTrue(largest <= y * (1 + 1e-14) && y <= before * (1 + 1e-14), p + " of " + Arrays.toString(x));
                assertTrue(y <= largest * Math.pow(4, 1 / p) * (1 + 1e-14), p + " of " + Arrays.toString(x));
                before = y;
            }
        }
    }
}
