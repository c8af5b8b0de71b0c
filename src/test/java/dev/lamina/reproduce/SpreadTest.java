package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertEquals(Optional.of(new Spread(2, 1, 9, 3)), Spread.of(9, 1, 2));
        assertEquals(Optional.of(new Spread(2.5, 1, 9, 4)), Spread.of(3, 9, 1, 2));
        assertEquals(Optional.empty(), Spread.of());
    }
}
