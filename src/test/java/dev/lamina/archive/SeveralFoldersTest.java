package dev.lamina.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralFoldersTest {
    @TempDir
    private Path folder;

    private Path unreadable(String name, long millis) throws Exception {
        Path config = Files.createDirectories(folder.resolve(name)).resolve("config.json");
        Files.writeString(config, "nonsense");
        Files.setLastModifiedTime(config, FileTime.fromMillis(millis));
        return config.getParent();
    }

    @Test
    void runsOfSeveralFoldersStandInOneOrderEachOnce() throws Exception {
        Path first = unreadable("a/first", 1000);
        Path third = unreadable("a/third", 3000);
        Path second = unreadable("b/second", 2000);
        List<Path> roots =
                List.of(folder.resolve("a"), folder.resolve("b"), folder.resolve("a"), folder.resolve("none"));
        assertEquals(
                List.of(third, second, first),
                new RunStore(roots)
                        .list(RunQuery.ALL).stream().map(StoredEntry::folder).toList());
    }
}
