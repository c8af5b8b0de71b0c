package dev.lamina.data;

import dev.lamina.tensor.HomeFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders that may hold data sets, the first hit wins: the one named on the command line, the one of the variable
 * LAMINA_DATA, the user's cache.
 * @param downloadRoot where new data sets go: the named folder, or the user's cache
 */
public record DataLocation(List<Path> roots, Path downloadRoot) {
    /** The environment variable that names a folder of data sets. */
    public static final String VARIABLE = "LAMINA_DATA";

    public DataLocation {
        roots = List.copyOf(roots);
    }

    /** The folders for this user and machine. */
    public static DataLocation standard(@Nullable Path dataDirectory) {
        return of(dataDirectory, System.getenv(), System.getProperty("os.name", ""), HomeFolder.current());
    }

    /** The same, looked through after another folder; new data sets go where they went before. */
    public DataLocation after(Path first) {
        List<Path> all = new ArrayList<>(List.of(first));
        all.addAll(roots);
        return new DataLocation(all, downloadRoot);
    }

    static DataLocation of(
            @Nullable Path dataDirectory, Map<String, String> environment, String operatingSystem, Path home) {
        List<Path> roots = new ArrayList<>();
        if (dataDirectory != null) {
            roots.add(dataDirectory);
        }
        String variable = environment.get(VARIABLE);
        if (variable != null && !variable.isBlank()) {
            roots.add(Path.of(variable));
        }
        Path cache = cache(environment, operatingSystem.toLowerCase(Locale.ROOT), home);
        roots.add(cache);
        return new DataLocation(roots, dataDirectory != null ? dataDirectory : cache);
    }

    /** The user's cache as each system has it; on Linux by the XDG base directory specification. */
    private static Path cache(Map<String, String> environment, String operatingSystem, Path home) {
        if (operatingSystem.startsWith("mac")) {
            return home.resolve("Library/Caches/lamina/data");
        }
        if (operatingSystem.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            Path folder = local == null ? home.resolve("AppData/Local") : Path.of(local);
            return folder.resolve("lamina/cache/data");
        }
        String xdg = environment.get("XDG_CACHE_HOME");
        Path folder = xdg == null || !Path.of(xdg).isAbsolute() ? home.resolve(".cache") : Path.of(xdg);
        return folder.resolve("lamina/data");
    }
}
