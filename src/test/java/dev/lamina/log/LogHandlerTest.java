package dev.lamina.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogHandlerTest {
    @TempDir
    Path folder;

    @Test
    void anEntryIsALineWithItsTraceBelowAndTheFirstOneNamesTheProgram() throws IOException {
        Path file = folder.resolve("a/b/lamina.log");
        LogHandler handler = new LogHandler(List.of(file));
        handler.publish(entry("no room", new IOException("disk full")));
        handler.publish(entry("again", null));
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).matches("---- Lamina .*, Java .*, .*"), lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z WARNING \\["
                                + ProcessHandle.current().pid() + " .+\\] dev\\.lamina\\.Test: no room"),
                lines.get(1));
        assertEquals("java.io.IOException: disk full", lines.get(2));
        assertTrue(lines.get(3).startsWith("\tat "));
        assertTrue(lines.getLast().endsWith("dev.lamina.Test: again"));
        assertEquals(2, handler.remembered().size());
    }

    @Test
    void theFilesStayBelowTheirBoundHoweverMuchIsLogged() throws IOException {
        LogFile log = new LogFile(folder.resolve("lamina.log"), 1000, 3);
        for (int i = 0; i < 500; i++) {
            log.append("line " + i + "\n");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("lamina.log", "lamina.log.1", "lamina.log.2", "lamina.log.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        int next = 499;
        for (String name : List.of("lamina.log", "lamina.log.1", "lamina.log.2")) {
            assertTrue(Files.size(folder.resolve(name)) <= 1000);
            for (String line : Files.readAllLines(folder.resolve(name)).reversed()) {
                assertEquals("line " + next--, line);
            }
        }
        assertTrue(next < 400, "the newest lines without a gap, down to " + next);
    }

    @Test
    void aFloodIsCutShort() throws IOException {
        Path file = folder.resolve("lamina.log");
        LogHandler handler = new LogHandler(List.of(file));
        for (int i = 0; i < 10_000; i++) {
            handler.publish(entry("flood " + i, null));
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(103, lines.size());
        assertEquals("… and more within the same minute, which are left out", lines.getLast());
        LogRecord later = entry("later", null);
        later.setInstant(later.getInstant().plusSeconds(61));
        handler.publish(later);
        assertTrue(Files.readAllLines(file).getLast().endsWith("later"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsLeftForTheNextOneAndWithoutAnyNothingFails() throws IOException {
        Path blocked = Files.createFile(folder.resolve("blocked")).resolve("lamina.log");
        Path file = folder.resolve("lamina.log");
        new LogHandler(List.of(blocked, file)).publish(entry("here", null));
        assertTrue(Files.readString(file).contains("here"));

        LogHandler nowhere = new LogHandler(List.of(blocked));
        nowhere.publish(entry("lost", null));
        nowhere.publish(entry("lost", null));
        assertEquals(2, nowhere.remembered().size(), "a report has them all the same");
    }

    @Test
    void aHugeEntryIsCut() throws IOException {
        Path file = folder.resolve("lamina.log");
        new LogHandler(List.of(file)).publish(entry("x".repeat(1 << 20), new IOException("y".repeat(1 << 20))));
        assertTrue(Files.size(file) < 70 << 10, Files.size(file) + " bytes");
        assertFalse(Files.readString(file).isEmpty());
    }

    private static LogRecord entry(String message, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName("dev.lamina.Test");
        entry.setThrown(thrown);
        return entry;
    }
}
