package dev.lamina.backend;

import dev.lamina.tensor.HomeFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where this user's cached files go: LAMINA_CACHE, else XDG_CACHE_HOME/lamina, else the operating system's custom
 * (~/.cache/lamina, ~/Library/Caches/lamina, %LOCALAPPDATA%\lamina).
 */
public final class CacheFolder {
    private CacheFolder() {}

    public static Path of(Map<String, String> environment, String osName, Path home) {
        String own = environment.getOrDefault("LAMINA_CACHE", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!xdg.isEmpty()) {
            return Path.of(xdg, "lamina");
        }
        String os = osName.toLowerCase(Locale.ROOT);
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (os.startsWith("windows") && !local.isEmpty()) {
            return Path.of(local, "lamina");
        }
        return os.startsWith("mac") ? home.resolve("Library/Caches/lamina") : home.resolve(".cache/lamina");
    }

    public static Path current() {
        return of(System.getenv(), System.getProperty("os.name"), HomeFolder.current());
    }
}
