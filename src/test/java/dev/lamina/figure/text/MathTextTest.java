package dev.lamina.figure.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MathTextTest {
    private static String shape(String text) {
        return MathText.pieces(text, Weight.REGULAR).stream()
                .map(p -> p.text()
                        + (p.weight() == Weight.ITALIC ? "i" : p.weight() == Weight.BOLD ? "b" : "")
                        + (p.rise() > 0 ? "^" : p.rise() < 0 ? "_" : ""))
                .collect(Collectors.joining("|"));
    }

    @Test
    void lettersAreSlantedDigitsUprightAndScriptsRaisedOrLowered() {
        assertEquals("GBR |λi|0_|2^| of x", shape("GBR $\\lambda_0^2$ of x"));
        assertEquals("xi|ii_|+_", shape("$x_{i+}$").replace("\u2009", ""));
        assertEquals("1|/|ni", shape("$\\frac{1}{n}$"));
        assertEquals("√(|xi|)", shape("$\\sqrt{x}$"));
        assertEquals("Wb|F_|a b", shape("$\\mathbf{W}_\\mathrm{F}\\text{a b}$"));
        assertEquals("‖|∂|fi|/|∂|xi|‖|Fi_|2^", shape("$\\|\\partial f/\\partial x\\|_F^2$"));
    }

    @Test
    void scriptsOfScriptsAreSmallerAgain() {
        List<MathText.Piece> pieces = MathText.pieces("$x^{y^z}$", Weight.REGULAR);
        assertEquals(0.72, pieces.get(1).scale(), 1e-12);
        assertEquals(0.72 * 0.72, pieces.get(2).scale(), 1e-12);
        assertTrue(pieces.get(2).rise() > pieces.get(1).rise());
    }

    @Test
    void aSingleDollarIsMoneyAndPlainTextKeepsTheLetters() {
        assertEquals("price ($)", shape("price ($)"));
        assertEquals("test λ0", MathText.plain("test $\\lambda_0$"));
        assertEquals("", MathText.plain(""));
    }

    @Test
    void anUnknownSignIsRefusedWithTheNearest() {
        String message = assertThrows(BadInputException.class, () -> MathText.pieces("$\\lamda$", Weight.REGULAR))
                .getMessage();
        assertTrue(message.contains("did you mean \"lambda\""), message);
    }

    @Test
    void aLineOfMathematicsIsAsWideAsItsRuns() {
        Typesetter type = new Typesetter(AvailableFonts.sans("$x^2$"));
        TextLine line = type.line("$x^2$", 10);
        assertEquals(2, line.runs().size());
        assertEquals(7.2, line.runs().get(1).font().getSize2D(), 1e-5);
        assertTrue(line.runs().get(1).rise() > 3);
        assertTrue(line.width() > line.runs().get(1).offset());
    }
}
