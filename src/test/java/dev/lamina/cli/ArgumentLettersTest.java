package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentLettersTest {
    @Test
    void aLetterThatJavaCouldNotReadIsToldWithTheSettingToChange() {
        String line = ArgumentLetters.lost(List.of("run", "Gr\ufffd\ufffde.json"))
                .orElseThrow()
                .toString();
        assertTrue(line.startsWith("the command line has letters that the locale's encoding ("), line);
        assertTrue(line.endsWith(ArgumentLetters.remedy().toString()), line);
    }

    @Test
    void argumentsThatArrivedWholeAreFine() {
        assertEquals(Optional.empty(), ArgumentLetters.lost(List.of("run", "Größe.json", "--seed", "1")));
    }
}
