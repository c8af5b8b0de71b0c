package dev.lamina.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsRead() {
        PreferencesFile file = new PreferencesFile(folder.resolve("new"));
        Preferences changed = file.read()
                .with(Appearance.DARK)
                .with(Language.CHINESE)
                .withWindow(1000, 700)
                .withShares(0.4, 0.7)
                .withRecent("/a.json")
                .withRecent("/b.json")
                .withRecent("/a.json");
        file.write(changed);
        assertEquals(changed, file.read());
        assertEquals(List.of("/a.json", "/b.json"), file.read().recentFiles());
    }

    @Test
    void aDamagedFileGivesTheDefaults() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"windowWidth\": -3");
        assertEquals(Appearance.LIGHT, new PreferencesFile(folder).read().appearance());
    }

    @Test
    void theFolderIsWhereTheSystemKeepsSettings() {
        Path home = Path.of("/home/a");
        assertEquals(
                Path.of("/x/lamina"), PreferencesFile.standardFolder(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", home));
        assertEquals(home.resolve(".config/lamina"), PreferencesFile.standardFolder(Map.of(), "Linux", home));
        assertEquals(
                home.resolve("Library/Application Support/lamina"),
                PreferencesFile.standardFolder(Map.of(), "Mac OS X", home));
    }
}
