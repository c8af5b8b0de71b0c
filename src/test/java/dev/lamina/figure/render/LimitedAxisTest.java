package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisBreak;
import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitedAxisTest {
    private static LimitedAxis broken(double from, double to) {
        AxisSpec spec =
                new AxisSpec("y", AxisScale.LINEAR, Optional.empty(), List.of(), Optional.of(new AxisBreak(from, to)));
        return new LimitedAxis(spec, new AxisRange(0, 100));
    }

    @Test
    void placesOfABrokenAxisAreValuesAgain() {
        LimitedAxis axis = broken(20, 80);
        for (double value : new double[] {0, 10, 20, 35, 80, 90, 100}) {
            assertEquals(value, axis.value(axis.position(value)), 1e-9);
        }
        assertEquals(0, axis.position(0));
        assertEquals(1, axis.position(100), 1e-12);
    }

    @Test
    void aUnitIsAsLongOnBothSidesAndWhatIsLeftOutTakesLittle() {
        LimitedAxis axis = broken(20, 90);
        assertEquals(axis.position(10) - axis.position(0), axis.position(100) - axis.position(90), 1e-12);
        assertTrue(axis.position(90) - axis.position(20) < 0.05);
        assertTrue(axis.ticks(8).stream().noneMatch(tick -> tick.value() > 20 && tick.value() < 90));
        assertTrue(axis.ticks(8).stream().anyMatch(tick -> tick.value() >= 90));
    }

    @Test
    void anAxisThatDoesNotReachBeyondItsBreakIsWhole() {
        assertEquals(0.5, broken(-10, 20).position(50), 1e-12);
        assertEquals(Optional.empty(), broken(90, 110).gap());
        assertThrows(
                BadInputException.class,
                () -> new AxisSpec(
                        "y", AxisScale.LOGARITHMIC, Optional.empty(), List.of(), Optional.of(new AxisBreak(1, 2))));
    }
}
