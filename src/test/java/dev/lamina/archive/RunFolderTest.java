package dev.lamina.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path folder;

    @Test
    void theStandardPathHasNameAndTime() {
        LocalDateTime time = LocalDateTime.of(2026, 1, 31, 23, 59, 9);
        assertEquals(
                Path.of("runs", "cifar10-resnet20-20260131-235909"),
                RunFolder.standardPath(Path.of("runs"), "cifar10-resnet20", time));
    }

    @Test
    void runsThatBeginInTheSameSecondHaveFoldersOfTheirOwn() throws Exception {
        LocalDateTime time = LocalDateTime.of(2026, 1, 31, 23, 59, 9);
        Path runs = folder.resolve("runs");
        Set<Path> claimed = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Path>> folders =
                    threads.invokeAll(Collections.nCopies(24, () -> RunFolder.claim(runs, "moons", time)));
            for (Future<Path> one : folders) {
                claimed.add(one.get());
            }
        }
        assertEquals(24, claimed.size());
        assertTrue(claimed.containsAll(Set.of(
                runs.resolve("moons-20260131-235909"),
                runs.resolve("moons-20260131-235909-2"),
                runs.resolve("moons-20260131-235909-24"))));
    }

    @Test
    void namesBecomeFileNames() {
        assertEquals("a-b-c", RunFolder.fileName("a/b\\c"));
        assertEquals("hidden", RunFolder.fileName("..hidden"));
        assertEquals("weightDecay=1e-4", RunFolder.fileName("weightDecay=1e-4"));
        assertEquals("run", RunFolder.fileName("///"));
        assertEquals("Gr-e-1", PathLetters.known("Größe-实验1", StandardCharsets.US_ASCII));
        assertEquals("Größe-1", PathLetters.known("Größe-实验1", StandardCharsets.ISO_8859_1));
        assertEquals("Größe-实验1", PathLetters.known("Größe-实验1", StandardCharsets.UTF_8));
    }

    @Test
    void statesFollowEachOtherAsTheyMay() {
        assertEquals(RunState.STOPPED, RunState.RUNNING.to(RunState.STOPPED));
        assertEquals(RunState.RUNNING, RunState.STOPPED.to(RunState.RUNNING));
        assertThrows(IllegalStateException.class, () -> RunState.FINISHED.to(RunState.RUNNING));
        assertThrows(IllegalStateException.class, () -> RunState.CREATED.to(RunState.FINISHED));
        Set<RunState> reached =
                Arrays.stream(RunState.values()).flatMap(s -> s.next().stream()).collect(Collectors.toSet());
        assertEquals(Set.of(RunState.RUNNING, RunState.STOPPED, RunState.FINISHED, RunState.FAILED), reached);
    }

    @Test
    void damagedMetricsAreNamedByLine() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        MetricsFile metrics = new MetricsFile(file);
        assertEquals(List.of(), metrics.read());
        EpochMetrics first = EpochMetrics.of(1, 5, Map.of(Tags.TRAIN_LOSS, 0.1));
        metrics.append(first);
        assertEquals(List.of(first), metrics.read());
        Files.writeString(file, "{\"epoch\": 2\n", java.nio.file.StandardOpenOption.APPEND);
        String message = assertThrows(BadInputException.class, metrics::read).getMessage();
        assertTrue(message.startsWith(file + " line 2: "), message);
    }
}
