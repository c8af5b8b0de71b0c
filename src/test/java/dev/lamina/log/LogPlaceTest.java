package dev.lamina.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogPlaceTest {
    @Test
    void eachSystemHasItsFolderAndTheTemporaryOneIsTheLastResort() {
        assertEquals(
                paths(
                        "/state/lamina/lamina.log",
                        "/home/a/.local/state/lamina/lamina.log",
                        "/tmp/lamina-log-a_b/lamina.log"),
                LogPlace.candidates(Map.of("XDG_STATE_HOME", "/state"), "Linux", "/home/a", "/tmp", "a b"));
        assertEquals(
                paths("/Users/a/Library/Logs/lamina/lamina.log", "/var/tmp/lamina-log-a/lamina.log"),
                LogPlace.candidates(Map.of("XDG_STATE_HOME", "/state"), "Mac OS X", "/Users/a", "/var/tmp", "a"));
        assertEquals(
                paths(
                        "/local/lamina/log/lamina.log",
                        "/a/AppData/Local/lamina/log/lamina.log",
                        "/t/lamina-log-a/lamina.log"),
                LogPlace.candidates(Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/a", "/t", "a"));
    }

    @Test
    void aHomeThatIsNoneNamesNoFolder() {
        for (String none : List.of("?", "", "relative", "\0")) {
            assertEquals(
                    paths("/tmp/lamina-log-a_b/lamina.log"),
                    LogPlace.candidates(Map.of("XDG_STATE_HOME", none), "Linux", none, "/tmp", "a b"));
        }
    }

    private static List<Path> paths(String... names) {
        return List.of(names).stream().map(Path::of).toList();
    }
}
