package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MetricSeriesTest {
    private final MetricSeries series = new MetricSeries();

    @Test
    void pointsComeBackAsAppendedAndLaterAppendsDoNotTouchThem() {
        for (int i = 0; i < 200; i++) {
            series.append(i, -i);
        }
        Points points = series.points();
        series.append(200, Double.NaN);
        assertEquals(200, points.size());
        assertEquals(201, series.size());
        assertEquals(199, points.x()[199]);
        assertEquals(-199, points.y()[199]);
        assertEquals(Double.NaN, series.points().y()[200]);
    }

    @Test
    void xMayRepeatButNotDecrease() {
        series.append(1, 5);
        series.append(1, 6);
        assertThrows(IllegalArgumentException.class, () -> series.append(0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> series.append(Double.NaN, 1));
        assertArrayEquals(new double[] {5, 6}, series.points().y());
    }
}
