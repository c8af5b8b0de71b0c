package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lamina as a person starts it: a process, its lines as they come, and signals to it. */
final class LaminaProcess implements AutoCloseable {
    private static final int MOST_SECONDS = 60;

    /** A run that goes on until it is stopped, with an epoch every few milliseconds. */
    static final String ENDLESS = """
            {"name": "endless", "data": {"source": {"type": "spirals", "trainCount": 256, "testCount": 64}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
             "training": {"epochs": 1000000, "batchSize": 32, "learningRate": 0.001},
             "probes": {"gbr": {"enabled": false}}, "backend": {"name": "reference", "threads": 1}}
            """;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final Thread reader;

    LaminaProcess(ProcessBuilder builder) throws IOException {
        process = builder.redirectErrorStream(true).start();
        reader = Thread.ofPlatform().daemon().start(() -> {
            try (var in = process.inputReader(StandardCharsets.UTF_8)) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException _) {
                // It has gone.
            }
        });
    }

    /** A command line of Java such as that of the jar, in a process group of its own, with every signal as usual. */
    static ProcessBuilder plain(List<String> arguments) {
        return new ProcessBuilder(
                Stream.of(List.of("setsid", "env", "--default-signal=INT,TERM,HUP,USR1"), java(), arguments)
                        .flatMap(List::stream)
                        .toList());
    }

    /** Without the options that training needs. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lamina.Lamina");
    }

    /** Whether this system has the commands that groups and signals are tested with. */
    static boolean isTestable() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) && Files.isDirectory(Path.of("/proc/self"));
    }

    static Path writeEndless(Path folder) throws IOException {
        return Files.writeString(folder.resolve("endless.json"), ENDLESS);
    }

    Process process() {
        return process;
    }

    /** Waits for a line. */
    String await(Predicate<String> wanted) throws InterruptedException {
        while (true) {
            String line = lines.poll(MOST_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no such line; saw " + seen);
            }
            seen.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
    }

    /** Waits until it trains. */
    void awaitEpoch() throws InterruptedException {
        await(line -> line.startsWith("epoch"));
    }

    /** Sends a signal to this process alone. */
    void signal(String name) throws Exception {
        kill(name, String.valueOf(process.pid()));
    }

    /** Sends a signal to all processes of its group, as a terminal, a shell or a scheduler does. */
    void signalGroup(String name) throws Exception {
        kill(name, "-" + process.pid());
    }

    private static void kill(String name, String target) throws Exception {
        assertEquals(
                0, new ProcessBuilder("kill", "-" + name, "--", target).start().waitFor(), name + " " + target);
    }

    void write(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Its exit code. */
    int end() throws InterruptedException {
        assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), () -> "still running; saw " + seen);
        reader.join();
        return process.exitValue();
    }

    /** All lines, when it has ended. */
    List<String> all() {
        lines.drainTo(seen);
        return seen;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
