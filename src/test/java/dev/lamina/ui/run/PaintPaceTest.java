package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaintPaceTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void cheapPicturesAreDrawnTwentyTimesASecondAtMost() {
        PaintPace pace = new PaintPace(2);
        assertTrue(pace.begin(7));
        assertFalse(pace.begin(49 * MILLISECOND));
        assertTrue(pace.begin(51 * MILLISECOND));
    }

    @Test
    void howeverCostlyPicturesAreThereAreTwoASecond() {
        PaintPace pace = new PaintPace(2);
        pace.begin(0);
        pace.drew(300 * MILLISECOND);
        assertFalse(pace.begin(499 * MILLISECOND));
        assertTrue(pace.begin(500 * MILLISECOND));
    }

    /** 12 ms of drawing are 2 % of 2 cores over 300 ms. */
    @Test
    void costlyPicturesWaitUntilTheyAreASmallShareOfTheMachine() {
        PaintPace pace = new PaintPace(2);
        pace.begin(0);
        pace.drew(5 * MILLISECOND);
        pace.drew(7 * MILLISECOND);
        assertFalse(pace.begin(299 * MILLISECOND));
        assertTrue(pace.begin(300 * MILLISECOND));
        assertTrue(pace.begin(351 * MILLISECOND), "what the round before cost is paid");
    }
}
