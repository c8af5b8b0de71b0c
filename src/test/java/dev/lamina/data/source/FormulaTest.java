package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    @ParameterizedTest
    @CsvSource({
        "1+2*x^2, 3, 19",
        "-x^2, 3, -9",
        "2^3^x, 2, 512",
        "2^-x, 1, 0.5",
        "(1-x)/2/2, 5, -1",
        "8-4-x, 1, 3",
        "'sin(pi*x) + abs(-.5)', 0.5, 1.5",
        "EXP(log(x)), 7, 7",
        "' 3 ', 0, 3",
        "sqrt(x)*cos(0)+tanh(0)+tan(0)*e, 9, 3"
    })
    void aFormulaIsWhatItSays(String text, double x, double value) {
        assertEquals(value, Formula.parse(text).at(x), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "2*, 3", "y+1, 1", "1+sinx, 3", "(x, 3", "x), 2", "sin x, 5", "1..2, 1", "x x, 3"})
    void whatCannotBeReadIsNamedByItsCharacter(String text, int character) {
        String said =
                assertThrows(BadInputException.class, () -> Formula.parse(text)).getMessage();
        assertTrue(said.contains("from character " + character + " on"), said);
    }

    @Test
    void aFormulaWithoutEndIsRefused() {
        assertThrows(BadInputException.class, () -> Formula.parse("(".repeat(100_000)));
    }
}
