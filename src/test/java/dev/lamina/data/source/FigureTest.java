package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTest {
    @ParameterizedTest
    @EnumSource(Figure.class)
    void distancesNeverGrowFasterThanTheWayWalked(Figure figure) {
        // Otherwise edges would be jagged: coverage is taken from the distance.
        double step = 1e-4;
        for (double x = -1.4; x < 1.4; x += 0.0731) {
            for (double y = -1.4; y < 1.4; y += 0.0573) {
                double here = figure.distance(x, y);
                assertTrue(Math.abs(figure.distance(x + step, y) - here) <= step * 1.000001);
                assertTrue(Math.abs(figure.distance(x, y + step) - here) <= step * 1.000001);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void figuresCoverAReasonablePartOfTheirFrame(Figure figure) {
        int inside = 0;
        for (int i = 0; i < 40_000; i++) {
            inside += figure.distance(i % 200 / 100.0 - 0.995, i / 200 / 100.0 - 0.995) < 0 ? 1 : 0;
        }
        double area = 4 * inside / 40_000.0;
        assertTrue(area > 0.8 && area < 2.6, figure + " has the area " + area);
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLE, 0, 0, -0.85",
        "CIRCLE, 1, 0, 0.15",
        "SQUARE, 0.5, 0, -0.25",
        "TRIANGLE, 0, 0, -0.5",
        "TRIANGLE, 0, 1, 0",
        "CROSS, 0.9, 0, -0.05",
        "CROSS, 0.5, 0.5, 0.22",
        "RING, 0, 0, 0.54",
        "RING, 0.74, 0, -0.2",
        "STAR, 0, 1, 0",
        "HORIZONTAL_STRIPES, 0, 0, -0.18",
        "HORIZONTAL_STRIPES, 0, 0.36, 0.18",
        "VERTICAL_STRIPES, 0.36, 0, 0.18",
        "CHECKERBOARD, 0, 0, 0.18",
        "CHECKERBOARD, 0.36, 0, -0.18"
    })
    void distancesAtKnownPoints(Figure figure, double x, double y, double expected) {
        assertEquals(expected, figure.distance(x, y), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"HORIZONTAL_STRIPES, -12, 12", "VERTICAL_STRIPES, -12, 12"})
    void stripesKeepTheirDirection(Figure figure, double least, double most) {
        for (double uniform = 0; uniform < 1; uniform += 0.01) {
            double degrees = Math.toDegrees(figure.angle(uniform));
            assertTrue(degrees > least - 0.001 && degrees < most + 0.001, uniform + ": " + degrees);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "DIAGONAL_STRIPES")
    void diagonalStripesStayDiagonalRisingOrFalling(Figure figure) {
        int rising = 0;
        for (int i = 0; i < 100; i++) {
            double degrees = Math.toDegrees(figure.angle(i / 100.0));
            assertTrue(Math.abs(Math.abs(degrees) - 45) <= 12.001, i + ": " + degrees);
            rising += degrees > 0 ? 1 : 0;
        }
        assertEquals(50, rising);
    }
}
