package dev.lamina.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
    @TempDir
    Path folder;

    @Test
    void aHomeIsWhatJavaSaysOrElseTheVariable() {
        assertEquals(Optional.of(folder), HomeFolder.home(Map.of("HOME", "/"), says(folder.toString())));
        assertEquals(Optional.of(folder), HomeFolder.home(Map.of("HOME", folder.toString()), says("?")));
    }

    @Test
    void aQuestionMarkOrAPlaceThatIsNotThereIsNoHome() {
        for (String home : new String[] {"?", "", "relative", "/nonexistent"}) {
            assertEquals(Optional.empty(), HomeFolder.home(Map.of(), says(home)), home);
        }
    }

    @Test
    void theTemporaryOneIsTheSameEveryTimeAndNothingElseIsLeft() throws IOException {
        Path first = HomeFolder.temporary(folder, "?");
        assertEquals(folder.resolve("lamina--home"), first);
        assertEquals(first, HomeFolder.temporary(folder, "?"));
        try (var entries = Files.list(folder)) {
            assertEquals(1, entries.count());
        }
    }

    @Test
    void whatSomebodyElsePutThereIsNotUsed() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("lamina-ada-home"), elsewhere);
        Path home = HomeFolder.temporary(folder, "ada");
        assertNotEquals(link, home);
        assertTrue(Files.isDirectory(home));
        assertEquals(home, HomeFolder.temporary(folder, "ada"), "the same one the next time");
    }

    private static Properties says(String home) {
        Properties properties = new Properties();
        properties.setProperty("user.home", home);
        return properties;
    }
}
