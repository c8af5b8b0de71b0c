package dev.lamina.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.metric.Points;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundedSeriesTest {
    @Test
    void itNeverHoldsMoreThanItsBoundAndKeepsEverySpike() {
        BoundedSeries series = new BoundedSeries(1024);
        for (int i = 0; i < 200_000; i++) {
            series.append(i, i == 77_777 ? 50 : i == 123_456 ? -50 : Math.sin(i * 0.01));
        }
        Points points = series.points();
        assertTrue(points.size() <= 1024);
        assertTrue(points.size() > 400);
        assertEquals(50, Arrays.stream(points.y()).max().orElseThrow());
        assertEquals(-50, Arrays.stream(points.y()).min().orElseThrow());
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.x()[i] > points.x()[i - 1]);
        }
    }

    @Test
    void aGapStaysAGap() {
        BoundedSeries series = new BoundedSeries(256);
        for (int i = 0; i < 10_000; i++) {
            series.append(i, i == 5000 ? Double.NaN : 1);
        }
        assertTrue(Arrays.stream(series.points().y()).anyMatch(Double::isNaN));
    }

    @Test
    void goingBackToACheckpointTakesAwayWhatComesAgain() {
        BoundedSeries series = new BoundedSeries(256);
        for (int i = 1; i <= 5; i++) {
            series.append(i, 10 * i);
        }
        series.truncateAfter(3);
        series.append(2, 99);
        series.append(4, 41);
        assertArrayEquals(new double[] {1, 2, 3, 4}, series.points().x());
        assertArrayEquals(new double[] {10, 20, 30, 41}, series.points().y());
    }
}
