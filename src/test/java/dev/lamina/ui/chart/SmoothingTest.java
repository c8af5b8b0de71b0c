package dev.lamina.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lamina.metric.Points;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    private static final Points RAW = new Points(new double[] {1, 2, 3}, new double[] {1, Double.NaN, 3});

    @Test
    void theWorkedExampleHoldsAndGapsStay() {
        assertArrayEquals(
                new double[] {1, Double.NaN, 7.0 / 3}, Smoothing.of(RAW, 0.5).y(), 1e-12);
    }

    @Test
    void noWeightOfThePastLeavesTheCurve() {
        assertSame(RAW, Smoothing.of(RAW, 0));
    }
}
