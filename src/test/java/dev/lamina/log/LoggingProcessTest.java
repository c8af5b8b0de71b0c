package dev.lamina.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whole processes write down, and what they do not print. */
class LoggingProcessTest {
    @TempDir
    Path folder;

    @BeforeEach
    void onlyWhereAVariableNamesThePlace() {
        String system = System.getProperty("os.name");
        assumeTrue(!system.startsWith("Windows") && !system.startsWith("Mac"), "XDG_STATE_HOME means nothing here");
    }

    @Test
    void errorsOfAnyThreadAreShownAndLoggedAndNothingElseIsPrinted() throws Exception {
        Process child = child("uncaught");
        String printed = new String(child.getInputStream().readAllBytes());
        assertEquals(1, child.waitFor());
        assertEquals(
                List.of(
                        "shown: java.lang.IllegalStateException: the reservoir is empty",
                        "shown: java.lang.AssertionError: told",
                        "last: 2",
                        "shown: java.lang.ArithmeticException: by zero"),
                printed.lines().toList());
        String log = Files.readString(file());
        assertTrue(
                log.contains(" training] dev.lamina.log.UncaughtErrors: uncaught in training\n"
                        + "java.lang.IllegalStateException: the reservoir is empty\n\tat "),
                log);
        assertTrue(log.contains("uncaught in main\njava.lang.ArithmeticException: by zero"), log);
    }

    @Test
    void aFolderThatCannotBeWrittenEndsInTheTemporaryOne() throws Exception {
        Files.createFile(folder.resolve("state"));
        Process child = child("uncaught");
        child.getInputStream().readAllBytes();
        assertEquals(1, child.waitFor());
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            assertEquals(1, files.filter(file -> file.endsWith("lamina.log")).count());
        }
    }

    @Test
    void processesThatLogAtOnceTearNoLineAndStayBelowTheBound() throws Exception {
        List<Process> children = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            children.add(child("many", name));
        }
        for (Process child : children) {
            assertEquals("", new String(child.getInputStream().readAllBytes()));
            assertEquals(0, child.waitFor());
        }
        List<String> lines = new ArrayList<>();
        for (Path file : logs()) {
            assertTrue(Files.size(file) <= 2 << 20, file + " has " + Files.size(file));
            lines.addAll(Files.readAllLines(file));
        }
        assertTrue(logs().size() > 1, "more than one file holds");
        for (String line : lines) {
            assertTrue(
                    line.matches("---- .*|.* dev\\.lamina\\.Child: [abc] \\d+ x{20000}"), () -> line.substring(0, 99));
        }
        // 3 × 90 entries of 20 kB are 5.4 MB, of which the newest two to three megabytes are kept.
        assertTrue(lines.size() > 100, lines.size() + " lines");
        assertFalse(lines.stream().anyMatch(line -> line.contains("not of interest")));
    }

    private Process child(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder.resolve("home"),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                LoggingChild.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return builder.start();
    }

    private Path file() {
        return folder.resolve("state/lamina/lamina.log");
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }
}
