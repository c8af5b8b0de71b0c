package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network whose step would fit into this machine were nothing else there, but never with the copies of its weights. */
class ScarceMemoryTest {
    private static final int WIDTH = 20_000;
    /** Of a weight: itself, its gradient, its velocity. */
    private static final long STEP_BYTES = 3L * Float.BYTES * WIDTH * WIDTH;

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void writeConfig() throws IOException {
        long machine = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        int layers = Math.toIntExact(machine * 3 / 4 / STEP_BYTES) + 1;
        config = Files.writeString(folder.resolve("large.json"), """
                {"name": "large", "data": {"source": {"type": "moons", "trainCount": 20, "testCount": 10}},
                 "network": {"preset": {"type": "mlp", "hiddenWidths": %s}},
                 "training": {"epochs": 1, "batchSize": 4, "learningRate": 0.1},
                 "probes": {"gbr": {"enabled": false}}, "backend": {"name": "cpu", "threads": 1}}""".formatted(Collections.nCopies(layers, WIDTH)));
    }

    @Test
    void aRunIsRefusedBeforeAnythingIsWritten() {
        Path run = folder.resolve("run");
        CommandLineRun answer = CommandLineRun.of(List.of("run", config.toString(), "--out", run.toString()));
        assertEquals(ExitCode.BAD_INPUT, answer.exitCode());
        assertEquals(1, answer.errors().size(), answer.errors().toString());
        String line = answer.errors().getFirst();
        assertTrue(line.startsWith("lamina: ") && line.contains("training with batches of 4 takes "), line);
        assertTrue(line.contains(" GiB of memory are free; close other programs, or take fewer channels"), line);
        assertFalse(Files.exists(run));
    }

    @Test
    void describeShowsItAndWarns() {
        CommandLineRun answer = CommandLineRun.of(List.of("describe", config.toString()));
        assertEquals(ExitCode.DONE, answer.exitCode(), answer.errors().toString());
        assertTrue(
                answer.output().stream()
                        .anyMatch(
                                line -> line.matches(
                                        "[0-9.]+ GiB of memory for training with batches of 4: network, maps and working memory"
                                                + " [0-9.]+ GiB, weights and batches in the program [0-9.]+ GiB; free now [0-9.]+ [GM]iB")),
                answer.output().toString());
        assertTrue(
                answer.output().stream()
                        .anyMatch(line -> line.startsWith("warning: training with batches of 4 takes ")),
                answer.output().toString());
    }
}
