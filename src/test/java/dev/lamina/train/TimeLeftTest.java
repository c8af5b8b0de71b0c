package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static Progress at(int epochsDone, int stepInEpoch) {
        return new Progress(
                epochsDone,
                stepInEpoch,
                10L * epochsDone + stepInEpoch,
                EpochSums.NONE,
                new LiveSettings(1, 0, 0),
                BestEpoch.NONE);
    }

    @Test
    void thereIsNoEstimateBeforeTheFirstStep() {
        assertTrue(Double.isNaN(new TimeLeft(4, 10).seconds(at(0, 0))));
    }

    /** 4 epochs of 10 steps of 2 s with 5 s between: after 13 steps 27 · 2 + 3 · 5 = 69 s are left. */
    @Test
    void stepsAndTheTimeBetweenEpochsCount() {
        TimeLeft left = new TimeLeft(4, 10);
        for (int i = 0; i < 10; i++) {
            left.addStep(2);
        }
        left.addBetween(4);
        left.addCheckpoint(1);
        for (int i = 0; i < 3; i++) {
            left.addStep(2);
        }
        assertEquals(69, left.seconds(at(1, 3)), 1e-9);
        assertEquals(0, left.seconds(at(4, 0)), 1e-9);
    }

    @Test
    void aSlowFirstStepIsForgotten() {
        TimeLeft left = new TimeLeft(100, 10);
        left.addStep(100);
        for (int i = 0; i < 400; i++) {
            left.addStep(1);
        }
        assertEquals(600, left.seconds(at(40, 0)), 12);
    }
}
