package dev.lamina.ui.fx;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** preferences.json in the user's folder of settings. */
public final class PreferencesFile {
    private final Path file;

    /** @param folder where the window keeps what it remembers; made when something is written */
    public PreferencesFile(Path folder) {
        this.file = folder.resolve("preferences.json");
    }

    /** The user's folder of settings as each system has it; on Linux by the XDG base directory specification. */
    public static Path standardFolder(Map<String, String> environment, String operatingSystem, Path home) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/lamina");
        }
        String variable = environment.getOrDefault(system.startsWith("windows") ? "APPDATA" : "XDG_CONFIG_HOME", "");
        boolean given = !variable.isBlank() && Path.of(variable).isAbsolute();
        return (given ? Path.of(variable) : home.resolve(".config")).resolve("lamina");
    }

    /** What was remembered; the defaults where nothing was, or where the file is damaged. */
    public Preferences read() {
        try {
            return RecordFiles.read(file, Preferences.class, List.of());
        } catch (BadInputException _) {
            // Lost sizes are no reason not to start.
            return RecordFiles.parse("{}", "preferences", Preferences.class, List.of())
                    .with(Language.of(Locale.getDefault()));
        }
    }

    /** @throws BadInputException if the file cannot be written */
    public void write(Preferences preferences) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
        AtomicFile.write(file, path -> Files.writeString(path, RecordFiles.write(preferences)));
    }
}
