package dev.lamina.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.metric.Side;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static final AxisSpec X = AxisSpec.of("epoch", AxisScale.INTEGER);
    private static final AxisSpec Y = AxisSpec.of("loss", AxisScale.LINEAR);
    private static final Series CURVE = Series.of("a", new double[] {1}, new double[] {2});

    @Test
    void contradictionsAreRefused() {
        assertThrows(BadInputException.class, () -> Panel.of(X, Y, List.of(CURVE, CURVE)));
        assertThrows(BadInputException.class, () -> Panel.of(X, Y, List.of(CURVE.on(Side.RIGHT))));
        assertThrows(BadInputException.class, () -> Series.of("a", new double[2], new double[1]));
        assertThrows(BadInputException.class, () -> CURVE.withStandardError(new double[3]));
        assertThrows(BadInputException.class, () -> Band.vertical(2, 2, ""));
        assertThrows(BadInputException.class, () -> ReferenceLine.horizontal(Double.NaN, ""));
        assertThrows(BadInputException.class, () -> new AxisRange(1, 1));
        assertThrows(
                BadInputException.class,
                () -> new AxisSpec(
                        "GBR", AxisScale.LOGARITHMIC, Optional.of(new AxisRange(0, 1)), List.of(), Optional.empty()));
        assertThrows(BadInputException.class, () -> new FigureSpec("", List.of()));
    }

    @Test
    void aFigureKnowsAllItsTexts() {
        FigureSpec spec = FigureSpec.of(Panel.of(X, Y, List.of(CURVE))
                        .withTitle("panel")
                        .withRight(AxisSpec.of("rate", AxisScale.LINEAR), List.of())
                        .withNotes(List.of(Band.vertical(1, 2, "stage"), ReferenceLine.vertical(1, "best"))))
                .withTitle("title");
        assertEquals(List.of("title", "panel", "epoch", "loss", "rate", "a", "stage", "best"), spec.texts());
    }
}
