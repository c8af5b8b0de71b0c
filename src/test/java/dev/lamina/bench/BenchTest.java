package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    void besideBusyProcessesWorkersTakeTheSameTurns() throws IOException {
        BenchOptions options = new BenchOptions(List.of(), Set.of(), List.of(1), 1, 0, 0);
        List<List<Measurement>> all = new Bench(options, _ -> {}).measureBeside(List.of(0, 1), List.of(task("A")));
        assertEquals("A".repeat(25 + 2 + 2), Files.readString(log));
        List<String> table = BenchReport.beside(List.of(0, 1), all).stream()
                .map(Object::toString)
                .toList();
        assertTrue(table.get(1).endsWith("alone            1 busy"), table.toString());
        assertTrue(table.get(2).contains(" 1.00×"), table.toString());
        assertEquals(3, table.size());
    }

    @Test
    void aBusyProcessTakesTheTimeOfACoreUntilItIsClosed() throws Exception {
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        ProcessHandle busy;
        try (BusyProcesses _ = BusyProcesses.start(1)) {
            busy = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .findFirst()
                    .orElseThrow();
            Duration start = busy.info().totalCpuDuration().orElseThrow();
            for (int i = 0; i < 1000; i++) {
                Thread.sleep(10);
                if (busy.info().totalCpuDuration().orElseThrow().minus(start).toMillis() > 1000) {
                    break;
                }
            }
            assertTrue(busy.info().totalCpuDuration().orElseThrow().minus(start).toMillis() > 1000, "it sleeps");
        }
        assertFalse(busy.isAlive());
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
