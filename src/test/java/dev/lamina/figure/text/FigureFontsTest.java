package dev.lamina.figure.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class FigureFontsTest {
    /** A character for private use that nobody draws. */
    private static final String NOWHERE = Character.toString(0x10FFFD);

    @Test
    void everythingAFigureSaysByItselfIsInTheBundledFont() {
        FigureFonts fonts = AvailableFonts.sans("λ = 10⁻⁴", "log₁₀ ‖W‖² × ± ≤ ∂ Σ é");
        assertTrue(fonts.fallbacks().isEmpty());
        assertEquals("", fonts.missingFrom("λ = 10⁻⁴, log₁₀ ‖W‖² × ± ≤ ∂ Σ é"));
    }

    @Test
    void chineseComesFromAnInstalledFont() {
        FigureFonts fonts = AvailableFonts.sans("epoch", "训练");
        assumeFalse(fonts.fallbacks().isEmpty(), "no Chinese font is installed here (Debian: fonts-noto-cjk)");
        assertEquals("", fonts.missingFrom("训练 epoch"));
        TextLine line = new Typesetter(fonts).line("epoch 训练", 8);
        assertEquals(2, line.runs().size());
        assertEquals("训练", line.runs().getLast().text());
    }

    @Test
    void charactersNoFontHasAreReported() {
        FigureFonts fonts = AvailableFonts.sans(NOWHERE + " and " + NOWHERE);
        assertEquals(NOWHERE, fonts.missingFrom("a " + NOWHERE + " b " + NOWHERE));
    }

    @Test
    void whateverTheJdkThrowsWithoutFontLibrariesBecomesOneLineNamingThePackages() {
        assertOneLine(() -> {
            throw new IOException("Problem reading font data.");
        });
        assertOneLine(() -> {
            throw new InternalError(new NullPointerException());
        });
        assertOneLine(() -> {
            throw new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager");
        });
        assertOneLine(() -> {
            throw new RuntimeException("Fontconfig head is null, check your fonts or fonts configuration");
        });
    }

    @Test
    void runningOutOfMemoryIsNotBlamedOnFonts() {
        assertThrows(
                OutOfMemoryError.class,
                () -> FigureFonts.guarded(() -> {
                    throw new OutOfMemoryError();
                }));
    }

    private static void assertOneLine(Callable<FigureFonts> loading) {
        String message = assertThrows(BadInputException.class, () -> FigureFonts.guarded(loading))
                .getMessage();
        assertTrue(message.contains("fontconfig, libfreetype6"), message);
        assertFalse(message.contains("\n"), message);
    }
}
