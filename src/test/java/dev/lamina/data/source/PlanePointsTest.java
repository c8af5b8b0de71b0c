package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanePointsTest {
    private static final DataLocation NOWHERE = new DataLocation(List.of(), Path.of("."));

    @Test
    void moonsWithoutNoiseLieOnTheirHalfCircles() {
        ImageDataset moons = new Moons(200, 10, 0, 0, 3).load(NOWHERE).training();
        for (int i = 0; i < 200; i++) {
            float[] point = point(moons, i);
            double fromFirst = Math.hypot(point[0], point[1]);
            double fromSecond = Math.hypot(point[0] - 1, point[1] - 0.5);
            assertEquals(1, moons.label(i) == 0 ? fromFirst : fromSecond, 1e-6);
        }
    }

    @Test
    void ringsWithoutNoiseHaveTheirRadii() {
        ImageDataset rings = new Rings(200, 10, 4, 0, 0, 3).load(NOWHERE).training();
        for (int i = 0; i < 200; i++) {
            float[] point = point(rings, i);
            assertEquals((rings.label(i) + 1) / 4.0, Math.hypot(point[0], point[1]), 1e-6);
        }
    }

    @Test
    void spiralArmsWithoutNoiseNeverMeet() {
        ImageDataset spirals = new Spirals(400, 400, 3, 0, 0, 3).load(NOWHERE).training();
        double closest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 400; i++) {
            for (int j = 0; j < i; j++) {
                if (spirals.label(i) != spirals.label(j)) {
                    float[] a = point(spirals, i);
                    float[] b = point(spirals, j);
                    closest = Math.min(closest, Math.hypot(a[0] - b[0], a[1] - b[1]));
                }
            }
        }
        // Arms at equal angle are 1/(1.75·3) = 0.19 apart; near the center they come as close as 0.17.
        assertEquals(0.165, closest, 0.025);
    }

    @Test
    void noiseHasTheGivenStandardDeviation() {
        ImageDataset clean = new Moons(5_000, 10, 0, 0, 3).load(NOWHERE).training();
        ImageDataset noisy = new Moons(5_000, 10, 0.2, 0, 3).load(NOWHERE).training();
        double squares = 0;
        for (int i = 0; i < 5_000; i++) {
            squares += Math.pow(point(noisy, i)[0] - point(clean, i)[0], 2);
        }
        assertEquals(0.2, Math.sqrt(squares / 5_000), 0.01);
    }

    @Test
    void classesAreBalancedAndPartsDiffer() {
        TrainTest data = new Rings(100, 100, 2, 0.05, 0, 1).load(NOWHERE);
        assertEquals(50, data.training().classHistogram()[1]);
        assertEquals(Shape.of(2, 1, 1), data.training().exampleShape());
        assertFalse(data.training().contentSha256().equals(data.test().contentSha256()));
    }

    private static float[] point(ImageDataset points, int example) {
        float[] point = new float[2];
        points.copyTo(example, point, 0);
        return point;
    }

    @Test
    void xorHasItsClassesInOppositeQuarters() {
        ImageDataset xor = new Xor(200, 10, 0, 0, 3).load(NOWHERE).training();
        for (int i = 0; i < 200; i++) {
            float[] point = point(xor, i);
            assertEquals(xor.label(i) == 0 ? 1 : -1, Math.signum(point[0] * point[1]));
        }
    }

    @Test
    void theSecondClassLiesAboveTheCurve() {
        ImageDataset data =
                new AboveCurve("x^2 - 0.5", 200, 10, 0, 0, 3).load(NOWHERE).training();
        for (int i = 0; i < 200; i++) {
            float[] point = point(data, i);
            assertEquals(data.label(i) == 1, point[1] > point[0] * point[0] - 0.5, "point " + i);
        }
    }

    @Test
    void aCurveOutsideTheSquareIsRefused() {
        AboveCurve above = new AboveCurve("3", 200, 10, 0, 0, 3);
        assertEquals(
                "above-curve.formula: hardly any point of the square from −1 to 1 is on one side of y = 3;"
                        + " take a formula whose curve crosses the square",
                assertThrows(BadInputException.class, () -> above.load(NOWHERE)).getMessage());
    }

    @Test
    void labelNoiseTouchesItsShareOfTheTrainingLabelsAndNothingElse() {
        TrainTest clean = new Blobs(5_000, 100, 3, 0.1, 0, 3).load(NOWHERE);
        TrainTest noisy = new Blobs(5_000, 100, 3, 0.1, 0.3, 3).load(NOWHERE);
        int wrong = 0;
        for (int i = 0; i < 5_000; i++) {
            assertArrayEquals(point(clean.training(), i), point(noisy.training(), i));
            wrong += clean.training().label(i) == noisy.training().label(i) ? 0 : 1;
        }
        assertEquals(0.3, wrong / 5_000.0, 0.02);
        assertEquals(clean.test().contentSha256(), noisy.test().contentSha256());
    }
}
