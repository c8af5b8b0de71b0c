package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.file.AtomicFile;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.testing.Untimed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a finished run, or sweep of runs, has left. */
record WholeRun(Path folder) {

    /** Bit for bit what the other has left, timings apart, and nothing half-done beside it. */
    void assertSameAs(WholeRun expected) throws IOException {
        List<Path> runs = expected.runs();
        assertEquals(runs, runs());
        for (Path run : runs) {
            assertSame(new RunFolder(expected.folder.resolve(run)), new RunFolder(folder.resolve(run)));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    all.filter(path -> AtomicFile.isTemporary(path) || path.endsWith("run.lock"))
                            .toList());
        }
    }

    /** Relative to the folder; an empty path for the folder itself. */
    private List<Path> runs() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.endsWith("run.json"))
                    .map(path -> folder.relativize(path.getParent()))
                    .sorted()
                    .toList();
        }
    }

    private static void assertSame(RunFolder expected, RunFolder found) throws IOException {
        assertEquals(RunState.FINISHED, new StoredRun(found).record().state());
        assertEquals(measured(expected), measured(found));
        List<KeptCheckpoint> kept = new StoredRun(expected).checkpoints();
        List<KeptCheckpoint> foundKept = new StoredRun(found).checkpoints();
        assertEquals(kept.size(), foundKept.size());
        for (int i = 0; i < kept.size(); i++) {
            assertEquals(kept.get(i).step(), foundKept.get(i).step());
            for (String file : List.of("weights.safetensors", "optimizer.safetensors")) {
                assertArrayEquals(
                        Files.readAllBytes(kept.get(i).folder().resolve(file)),
                        Files.readAllBytes(foundKept.get(i).folder().resolve(file)),
                        found.path() + " " + file);
            }
        }
    }

    /** Each epoch once, without what it took. */
    private static List<EpochMetrics> measured(RunFolder run) throws IOException {
        List<EpochMetrics> epochs = new StoredRun(run).metrics();
        assertEquals(
                IntStream.rangeClosed(1, epochs.size()).boxed().toList(),
                epochs.stream().map(EpochMetrics::epoch).toList());
        assertEquals(epochs.size(), Files.readAllLines(run.metrics()).size());
        return epochs.stream().map(Untimed::of).toList();
    }
}
