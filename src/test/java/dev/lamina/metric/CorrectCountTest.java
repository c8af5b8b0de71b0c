package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CorrectCountTest {
    private final CorrectCount count = new CorrectCount();

    @Test
    void theAccuracyIsTheFractionOverAllBatches() {
        assertTrue(Double.isNaN(count.accuracy()));
        count.add(1, 1);
        count.add(2, 5);
        assertEquals(0.5, count.accuracy());
        assertEquals(3, count.correct());
        assertEquals(6, count.examples());
    }

    @Test
    void moreCorrectThanExamplesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> count.add(3, 2));
        assertThrows(IllegalArgumentException.class, () -> count.add(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> count.add(0, 0));
    }
}
