package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EpochClockTest {
    @Test
    void stepsStandAtFractionsOfTheirOwnEpoch() {
        EpochClock clock = new EpochClock();
        clock.expect(10);
        assertEquals(0.3, clock.at(3));
        clock.ended(1, 10);
        clock.expect(4);
        assertEquals(1.25, clock.at(11));
        assertEquals(0.3, clock.at(3));
        clock.ended(2, 14);
        clock.expect(10);
        assertEquals(1.5, clock.at(12));
        assertEquals(2.1, clock.at(15));
    }

    @Test
    void whatWillComeAgainIsForgotten() {
        EpochClock clock = new EpochClock();
        clock.ended(1, 10);
        clock.ended(2, 14);
        clock.goBackTo(10);
        clock.expect(5);
        assertEquals(1.2, clock.at(11));
        assertEquals(1, clock.at(10));
    }
}
