package dev.lamina.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the log file is: in the user's folder of state as each system has it, else in the temporary folder. */
public final class LogPlace {
    private static final String NAME = "lamina.log";

    private LogPlace() {}

    /** The file that this process logs to. */
    public static Path file() {
        List<Path> candidates = candidates();
        return candidates.stream().filter(LogPlace::isWritable).findFirst().orElseGet(candidates::getLast);
    }

    /** The folder of the log file, made if it can be, so that it can be shown. */
    public static Path folder() {
        Path folder = file().resolveSibling("");
        try {
            return Files.createDirectories(folder);
        } catch (IOException _) {
            return folder;
        }
    }

    /** The best one first. */
    static List<Path> candidates() {
        return candidates(
                System.getenv(),
                System.getProperty("os.name", ""),
                System.getProperty("user.home", ""),
                System.getProperty("java.io.tmpdir", "."),
                System.getProperty("user.name", ""));
    }

    /**
     * A home that is no absolute path, such as the ? that Java knows of users without one, is none. The temporary folder is
     * everyone's, so each user has one of their own in it.
     */
    static List<Path> candidates(
            Map<String, String> environment, String operatingSystem, String home, String temporary, String user) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        List<Path> folders = new ArrayList<>();
        if (system.startsWith("mac")) {
            add(folders, home, "Library/Logs/lamina");
        } else if (system.startsWith("windows")) {
            add(folders, environment.getOrDefault("LOCALAPPDATA", ""), "lamina/log");
            add(folders, home, "AppData/Local/lamina/log");
        } else {
            add(folders, environment.getOrDefault("XDG_STATE_HOME", ""), "lamina");
            add(folders, home, ".local/state/lamina");
        }
        folders.add(Path.of(temporary).toAbsolutePath().resolve("lamina-log-" + user.replaceAll("\\W", "_")));
        return folders.stream().map(folder -> folder.resolve(NAME)).toList();
    }

    private static void add(List<Path> folders, String base, String below) {
        try {
            if (Path.of(base).isAbsolute()) {
                folders.add(Path.of(base).resolve(below));
            }
        } catch (InvalidPathException _) {
            // A variable that holds no path names no folder.
        }
    }

    /** Whether it is there and can be written, or could be made. */
    private static boolean isWritable(Path file) {
        Path there = file;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isWritable(there) && (there.equals(file) || Files.isDirectory(there));
    }
}
