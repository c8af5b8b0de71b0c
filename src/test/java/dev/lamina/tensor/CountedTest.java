package dev.lamina.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneIsCountedInTheSingularAloneAndThousandsAreGrouped() {
        assertEquals("1 thread", Counted.of(1, "thread"));
        assertEquals("0 threads", Counted.of(0, "thread"));
        assertEquals("12,000 training images", Counted.of(12_000, "training image"));
    }
}
