package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataLocationTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void theNamedFolderComesFirstThenTheVariableThenTheCache() {
        DataLocation where = DataLocation.of(
                Path.of("/named"), Map.of("LAMINA_DATA", "/variable", "XDG_CACHE_HOME", "/cache"), "Linux", HOME);
        assertEquals(List.of(Path.of("/named"), Path.of("/variable"), Path.of("/cache/lamina/data")), where.roots());
        assertEquals(Path.of("/named"), where.downloadRoot());
    }

    @Test
    void everySystemHasItsCache() {
        assertEquals(HOME.resolve(".cache/lamina/data"), cache(Map.of(), "Linux"));
        assertEquals(HOME.resolve(".cache/lamina/data"), cache(Map.of("XDG_CACHE_HOME", "relative"), "Linux"));
        assertEquals(HOME.resolve("Library/Caches/lamina/data"), cache(Map.of(), "Mac OS X"));
        assertEquals(Path.of("/local/lamina/cache/data"), cache(Map.of("LOCALAPPDATA", "/local"), "Windows 11"));
    }

    @Test
    void downloadsGoToTheCacheUnlessAFolderIsNamed() {
        DataLocation where = DataLocation.of(null, Map.of("LAMINA_DATA", "/variable"), "Linux", HOME);
        assertEquals(HOME.resolve(".cache/lamina/data"), where.downloadRoot());
    }

    private static Path cache(Map<String, String> environment, String system) {
        return DataLocation.of(null, environment, system, HOME).roots().getLast();
    }
}
