package dev.lamina.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendNameTest {
    @Test
    void aNameIsAnIdOrAnIdWithADevice() {
        assertEquals(new BackendName("cpu", 0), BackendName.of("cpu"));
        assertEquals(new BackendName("tornado", 0), BackendName.of("tornado:0"));
        assertEquals(new BackendName("tornado", 12), BackendName.of("tornado:12"));
    }

    @Test
    void itIsWrittenAsItIsRead() {
        assertEquals("tornado", BackendName.of("tornado:0").toString());
        assertEquals("tornado:12", BackendName.of("tornado:12").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":1", "tornado:", "tornado:gpu", "tornado:-1", "tornado:1:2", "tornado:99999"})
    void anythingElseIsRefusedInOneLine(String text) {
        String message = assertThrows(BadInputException.class, () -> BackendName.of(text))
                .getMessage();
        assertTrue(message.startsWith("backend.name: '" + text + "'"), message);
        assertEquals(1, message.lines().count());
    }
}
