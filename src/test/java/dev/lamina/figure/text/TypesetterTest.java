package dev.lamina.figure.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TypesetterTest {
    private final Typesetter type = new Typesetter(AvailableFonts.sans());

    @Test
    void plainTextIsOneRunAndTwiceAsWideAtTwiceTheSize() {
        TextLine line = type.line("accuracy (%)", 8);
        assertEquals(1, line.runs().size());
        assertEquals(2 * line.width(), type.line("accuracy (%)", 16).width(), 1e-9);
    }

    @Test
    void widthsAreThoseOfTheBundledFont() {
        // Digits of Liberation Sans are 1139 of 2048 units wide.
        assertEquals(3 * 8 * 1139 / 2048.0, type.line("128", 8).width(), 1e-6);
    }

    @Test
    void superscriptsAreOrdinaryCharactersSmallerAndRaised() {
        TextLine line = type.line("10⁻⁴ x₂", 10);
        assertEquals(
                "10|−4| x|2",
                String.join("|", line.runs().stream().map(TextLine.Run::text).toList()));
        TextLine.Run exponent = line.runs().get(1);
        assertEquals(7.2, exponent.font().getSize2D(), 1e-5);
        assertTrue(exponent.rise() > 2 && line.runs().get(3).rise() < 0);
        assertEquals(type.line("10", 10).width(), exponent.offset(), 1e-9);
    }

    @Test
    void emptyTextHasNoRuns() {
        assertEquals(0, type.line("", 8).width());
        assertEquals(0, type.line("", 8).runs().size());
    }
}
