package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final Task TASK = new Task(new LaminaContestant(), LaminaContestant.F32, "resnet20", 1);

    @Test
    void anOddNumberOfStepsHasAMiddleOne() {
        assertEquals(3, new Measurement(TASK, List.of(9.0, 1.0, 3.0), -1).medianMilliseconds());
    }

    @Test
    void anEvenNumberOfStepsHasTwoMiddleOnes() {
        assertEquals(4, new Measurement(TASK, List.of(9.0, 1.0, 3.0, 5.0), -1).medianMilliseconds());
    }

    @Test
    void aMeasurementWithoutStepsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Measurement(TASK, List.of(), -1));
    }
}
