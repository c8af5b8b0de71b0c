package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.Series;
import dev.lamina.metric.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AxisLimitsTest {
    private static final AxisSpec EPOCHS = AxisSpec.of("epoch", AxisScale.INTEGER);

    @Test
    void thereIsALittleRoomAroundTheData() {
        AxisRange range = AxisLimits.ofY(panel(AxisScale.LINEAR, 10, Double.NaN, 20), Side.LEFT);
        assertEquals(9.6, range.low(), 1e-9);
        assertEquals(20.4, range.high(), 1e-9);
    }

    @Test
    void aLogarithmicAxisIgnoresWhatHasNoLogarithm() {
        AxisRange range = AxisLimits.ofY(panel(AxisScale.LOGARITHMIC, 0, -5, 1, 100), Side.LEFT);
        assertEquals(Math.pow(10, -0.08), range.low(), 1e-9);
        assertEquals(Math.pow(10, 2.08), range.high(), 1e-9);
    }

    @Test
    void constantAndEmptyDataStillHaveAnAxis() {
        for (AxisScale scale : AxisScale.values()) {
            for (double[] y : new double[][] {{}, {0.05, 0.05}, {1e12, 1e12}, {-3}, {0, 0}}) {
                AxisRange range = AxisLimits.ofY(panel(scale, y), Side.LEFT);
                assertTrue(range.low() < range.high());
            }
        }
        AxisRange constant = AxisLimits.ofY(panel(AxisScale.LINEAR, 0.05, 0.05), Side.LEFT);
        assertTrue(constant.low() >= 0 && constant.high() <= 0.1);
    }

    @Test
    void theLargestNumbersStillHaveAFiniteAxis() {
        for (AxisScale scale : AxisScale.values()) {
            for (double[] y : new double[][] {{1, 1e308}, {-1.7e308, 1.7e308}, {1.7e308}, {1e-320, 1}, {1e-320}}) {
                AxisRange range = AxisLimits.ofY(panel(scale, y), Side.LEFT);
                assertTrue(range.low() < range.high(), range.toString());
                assertTrue(Double.isFinite(range.high() - range.low()), range.toString());
                assertTrue(scale != AxisScale.LOGARITHMIC || range.low() > 0, range.toString());
            }
        }
    }

    @Test
    void errorBandsAndReferenceLinesAreInside() {
        Series series = Series.of("a", new double[] {1, 2}, new double[] {5, 6}).withStandardError(new double[] {3, 1});
        Panel panel = Panel.of(EPOCHS, AxisSpec.of("y", AxisScale.LINEAR), List.of(series))
                .withNotes(List.of(ReferenceLine.horizontal(20, ""), ReferenceLine.vertical(9, "")));
        AxisRange range = AxisLimits.ofY(panel, Side.LEFT);
        assertTrue(range.low() < 2 && range.high() > 20);
        assertTrue(AxisLimits.ofX(EPOCHS, List.of(panel)).high() > 9);
    }

    @Test
    void panelsWithEqualXAxesHaveTheSameLimits() {
        Panel shorter = panel(AxisScale.LINEAR, 1, 2);
        Panel longer = panel(AxisScale.LINEAR, 1, 2, 3, 4, 5);
        AxisRange range = AxisLimits.ofX(EPOCHS, List.of(shorter, longer));
        assertTrue(range.low() < 1 && range.high() > 5);
    }

    @Test
    void fixedLimitsHold() {
        AxisSpec fixed =
                new AxisSpec("y", AxisScale.LINEAR, Optional.of(new AxisRange(0, 100)), List.of(), Optional.empty());
        Panel panel = Panel.of(EPOCHS, fixed, panel(AxisScale.LINEAR, 300).series());
        assertEquals(new AxisRange(0, 100), AxisLimits.ofY(panel, Side.LEFT));
    }

    private static Panel panel(AxisScale scale, double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        return Panel.of(EPOCHS, AxisSpec.of("y", scale), List.of(Series.of("a", x, y)));
    }
}
