package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SweepProgressTest {
    @Test
    void runsToComeTakeAsLongAsThoseBefore() {
        // Two are done in 100 s with the beginning of the third, which takes 20 s more: 40 s each.
        assertEquals(20 + 6 * 40, SweepProgress.of(3, 9, 20, 100, 3).secondsLeft(), 1e-9);
    }

    @Test
    void withoutAnEstimateForTheRunAtWorkThereIsNone() {
        assertEquals(Double.NaN, SweepProgress.of(1, 9, Double.NaN, 3, 1).secondsLeft());
    }

    @Test
    void theLastRunIsAllThatIsLeft() {
        assertEquals(7, SweepProgress.of(9, 9, 7, 500, 9).secondsLeft(), 1e-9);
    }
}
