package dev.lamina.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void everySourceFileIsFormatted() throws IOException {
        assertEquals(List.of(), Format.unformattedFiles(), "run mvn -Pformat");
    }
}
