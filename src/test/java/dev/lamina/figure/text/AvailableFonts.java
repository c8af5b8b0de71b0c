package dev.lamina.figure.text;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.lamina.figure.FontFamily;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/** The fonts of tests; a machine on which Java cannot draw text skips them and says why. */
public final class AvailableFonts {
    private AvailableFonts() {}

    public static FigureFonts sans(String... texts) {
        try {
            return FigureFonts.load(FontFamily.SANS, List.of(texts));
        } catch (BadInputException e) {
            return abort(e.getMessage());
        }
    }
}
