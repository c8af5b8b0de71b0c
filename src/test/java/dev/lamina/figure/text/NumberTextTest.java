package dev.lamina.figure.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.05, 0.05",
        "0.1, 0.1",
        "1e-2, 10⁻²",
        "1e-4, 10⁻⁴",
        "1e-10, 10⁻¹⁰",
        "2.5e-8, 2.5 × 10⁻⁸",
        "-3e-7, −3 × 10⁻⁷",
        "128, 128",
        "50000, 50000",
        "100000, 10⁵",
        "1234567, 1.234567 × 10⁶",
        "-0.5, −0.5",
        "NaN, NaN",
        "-Infinity, −∞"
    })
    void numbersReadAsInAPaper(double value, String text) {
        assertEquals(text, NumberText.of(value));
    }

    @Test
    void decimalsAreFixedWhereAskedFor() {
        assertEquals("−0.50", NumberText.plain(-0.5, 2));
        assertEquals("60", NumberText.plain(60, 0));
        assertEquals("0.3", NumberText.plain(0.1 + 0.2, 1));
    }

    @Test
    void aSettingNamesItsSymbol() {
        assertEquals("λ = 10⁻⁴", NumberText.setting("λ", 1e-4));
        assertEquals("λ = 0", NumberText.setting("λ", 0));
    }
}
