package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir
    private Path folder;

    private Contestant sleeper;
    private Path log;

    @BeforeEach
    void createLog() throws IOException {
        log = Files.createFile(folder.resolve("steps.txt"));
        sleeper = new SleepingContestant(log);
    }

    @Test
    void workersTakeTurns() throws IOException {
        BenchOptions options = new BenchOptions(List.of(), Set.of(), List.of(1), 3, 0, 0);
        List<Measurement> measurements = new Bench(options, _ -> {}).measure(List.of(task("A"), task("B")));
        // Warm-up: two steps to learn their length and 23 more; then a turn of at least two steps a round.
        assertEquals("A".repeat(25) + "B".repeat(25) + "AABB".repeat(3), Files.readString(log));
        for (Measurement measurement : measurements) {
            assertEquals(6, measurement.stepMilliseconds().size());
            assertTrue(measurement.medianMilliseconds() >= 3, measurement.toString());
            assertTrue(measurement.leastMilliseconds() <= measurement.medianMilliseconds());
        }
    }

    @Test
    void aFailedWorkerIsReportedWithWhatItSaid() {
        BenchOptions options = new BenchOptions(List.of(), Set.of(), List.of(1), 1, 0, 0);
        Exception failure = assertThrows(
                IllegalStateException.class, () -> new Bench(options, _ -> {}).measure(List.of(task("broken"))));
        assertTrue(String.valueOf(failure.getMessage()).contains("out of order"), failure.getMessage());
    }

    @Test
    void modesAreChosenByTheirIds() {
        BenchOptions options = new BenchOptions(List.of(), Set.of("B", "C"), List.of(1), 1, 0, 0);
        assertEquals(List.of(SleepingContestant.mode("B")), options.modesOf(sleeper));
    }

    private Task task(String letter) {
        return new Task(sleeper, SleepingContestant.mode(letter), "any", 1);
    }
}
