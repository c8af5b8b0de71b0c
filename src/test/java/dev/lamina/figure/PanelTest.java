package dev.lamina.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.metric.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static final AxisSpec X = AxisSpec.of("epoch", AxisScale.INTEGER);
    private static final AxisSpec Y = AxisSpec.of("loss", AxisScale.LINEAR);
    private static final Series CURVE = Series.of("a", new double[] {1}, new double[] {2});

    @Test
    void contradictionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Panel.of(X, Y, List.of(CURVE, CURVE)));
        assertThrows(IllegalArgumentException.class, () -> Panel.of(X, Y, List.of(CURVE.on(Side.RIGHT))));
        assertThrows(IllegalArgumentException.class, () -> Series.of("a", new double[2], new double[1]));
        assertThrows(IllegalArgumentException.class, () -> CURVE.withStandardError(new double[3]));
        assertThrows(IllegalArgumentException.class, () -> Band.vertical(2, 2, ""));
        assertThrows(IllegalArgumentException.class, () -> ReferenceLine.horizontal(Double.NaN, ""));
        assertThrows(IllegalArgumentException.class, () -> new AxisRange(1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AxisSpec("GBR", AxisScale.LOGARITHMIC, Optional.of(new AxisRange(0, 1)), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new FigureSpec("", List.of()));
    }

    @Test
    void aFigureKnowsAllItsTexts() {
        FigureSpec spec = FigureSpec.of(Panel.of(X, Y, List.of(CURVE))
                        .withTitle("panel")
                        .withRight(AxisSpec.of("rate", AxisScale.LINEAR), List.of())
                        .withNotes(List.of(Band.vertical(1, 2, "stage"), ReferenceLine.vertical(1, "best"))))
                .withTitle("title");
        assertEquals(List.of("title", "panel", "epoch", "loss", "rate", "a", "best", "stage"), spec.texts());
    }
}
