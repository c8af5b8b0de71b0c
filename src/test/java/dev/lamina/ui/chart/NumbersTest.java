package dev.lamina.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersAreShort() {
        assertEquals("97.53", Numbers.shortText(97.5312));
        assertEquals("0.0125", Numbers.shortText(0.0125));
        assertEquals("1.2·10⁶", Numbers.shortText(1_200_000));
        assertEquals("3·10⁻⁶", Numbers.shortText(3e-6));
        assertEquals("−2", Numbers.shortText(-2));
        assertEquals("NaN", Numbers.shortText(Double.NaN));
    }

    @Test
    void logarithmsBeyondDoubleAreStillRead() {
        assertEquals("3.162·10⁴⁰⁰", Numbers.ofLogarithm(400.5));
        assertEquals("100", Numbers.ofLogarithm(2));
    }
}
