package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aStepWaitsUntilAPeriodAfterTheOneBefore() {
        Pace pace = new Pace();
        pace.set(2);
        pace.begin(10 * SECOND);
        assertEquals(SECOND / 2, pace.waitNanos(10 * SECOND));
        assertEquals(SECOND / 10, pace.waitNanos(10 * SECOND + 4 * SECOND / 10));
        assertEquals(0, pace.waitNanos(11 * SECOND));
    }

    @Test
    void aStepThatIsLateDoesNotDelayTheNext() {
        Pace pace = new Pace();
        pace.set(1);
        pace.begin(10 * SECOND);
        pace.begin(11 * SECOND + SECOND / 4);
        assertEquals(3 * SECOND / 4, pace.waitNanos(11 * SECOND + SECOND / 4));
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        Pace pace = new Pace();
        pace.set(1);
        pace.begin(10 * SECOND);
        pace.begin(20 * SECOND);
        assertEquals(SECOND, pace.waitNanos(20 * SECOND));
    }

    @Test
    void withoutAPaceNothingWaits() {
        Pace pace = new Pace();
        pace.begin(10 * SECOND);
        assertEquals(0, pace.waitNanos(10 * SECOND));
        pace.set(3);
        pace.set(0);
        assertEquals(0, pace.waitNanos(10 * SECOND));
    }
}
