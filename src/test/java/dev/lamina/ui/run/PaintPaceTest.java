package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaintPaceTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1000 * MILLISECOND;

    private final PaintPace pace = new PaintPace(2);

    @Test
    void cheapPicturesAreDrawnTenTimesASecondAtMost() {
        assertTrue(pace.begin(7));
        assertFalse(pace.begin(99 * MILLISECOND));
        assertTrue(pace.begin(107 * MILLISECOND));
    }

    /** 3 ms of drawing are half a hundredth of 2 cores over 300 ms. */
    @Test
    void costlyPicturesWaitUntilTheyAreASmallShareOfTheMachine() {
        pace.begin(0);
        pace.drew(MILLISECOND);
        pace.drew(2 * MILLISECOND);
        assertFalse(pace.begin(299 * MILLISECOND));
        assertTrue(pace.begin(300 * MILLISECOND));
        assertTrue(pace.begin(401 * MILLISECOND), "what the round before cost is paid");
    }

    @Test
    void howeverCostlyPicturesAreAYoungCurveIsSeenTwiceASecond() {
        pace.begin(0);
        pace.drew(300 * MILLISECOND);
        assertFalse(pace.begin(499 * MILLISECOND));
        assertTrue(pace.begin(500 * MILLISECOND));
    }

    @Test
    void anOldCurveIsSeenLessOftenUntilSomethingElseIsShown() {
        pace.begin(0);
        assertTrue(pace.begin(50 * SECOND));
        pace.drew(300 * MILLISECOND);
        assertFalse(pace.begin(51 * SECOND));
        assertTrue(pace.begin(51 * SECOND + 30 * MILLISECOND));
        assertTrue(pace.begin(500 * SECOND));
        pace.drew(300 * MILLISECOND);
        assertFalse(pace.begin(502 * SECOND - 1));
        pace.restart();
        assertTrue(pace.begin(502 * SECOND - 1));
    }
}
