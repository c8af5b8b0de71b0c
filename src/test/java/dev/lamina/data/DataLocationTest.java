package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void theFirstFolderWithTheFileWins(@TempDir Path root) throws IOException {
        Path early = Files.createDirectories(root.resolve("a/mnist"));
        Path late = Files.createDirectories(root.resolve("b/mnist"));
        DataLocation where = new DataLocation(List.of(root.resolve("a"), root.resolve("b")), root);
        assertEquals(Optional.empty(), where.find("mnist", "x.gz", "x"));
        Files.writeString(late.resolve("x.gz"), "");
        assertEquals(Optional.of(late.resolve("x.gz")), where.find("mnist", "x.gz", "x"));
        Files.writeString(early.resolve("x"), "");
        assertEquals(Optional.of(early.resolve("x")), where.find("mnist", "x.gz", "x"));
    }

    @Test
    void aRootMayBeTheDataSetsFolderItself() {
        DataLocation where = new DataLocation(List.of(Path.of("/data/mnist")), HOME);
        assertEquals(List.of(Path.of("/data/mnist")), where.candidates("mnist"));
    }

    private static Path cache(Map<String, String> environment, String system) {
        return DataLocation.of(null, environment, system, HOME).roots().getLast();
    }
}
