package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.RunState;
import dev.lamina.config.ExperimentConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was killed after its last epoch, in the middle of its figures, is finished but for those. */
class KilledWhileDrawingTest {
    @TempDir
    private Path folder;

    @Test
    void aMemberOfASweepGetsItsFiguresAndLosesItsLock() throws Exception {
        Path path = folder.resolve("sweep");
        ExperimentConfig config = SmallExperiment.config("sweep={\"seed\": [1, 2]}");
        Experiment.start(config, path, SmallExperiment.NOWHERE, _ -> {}).await();
        RunFolder member = new RunFolder(path.resolve("seed=1"));
        Set<String> whole = names(member.figures());
        assertTrue(whole.contains("loss.pdf"), whole.toString());
        Files.delete(member.figures().resolve("loss.pdf"));
        Files.writeString(member.figures().resolve(".loss.pdf." + UUID.randomUUID() + ".part"), "half");
        Files.writeString(member.lock(), "1\n" + UUID.randomUUID() + "\n");
        RunResult result =
                Experiment.resume(path, SmallExperiment.NOWHERE, _ -> {}).await();
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(whole, names(member.figures()));
        assertFalse(RunLock.isIn(member));
    }

    @Test
    void aRunOfItsOwnGetsItsFiguresWhenItIsTakenUpAgain() throws Exception {
        Path path = folder.resolve("run");
        Experiment.start(SmallExperiment.config(), path, SmallExperiment.NOWHERE, _ -> {})
                .await();
        RunFolder run = new RunFolder(path);
        Set<String> whole = names(run.figures());
        Files.delete(run.figures().resolve("loss.pdf"));
        Files.writeString(run.lock(), "1\n" + UUID.randomUUID() + "\n");
        RunResult result =
                Experiment.resume(path, SmallExperiment.NOWHERE, _ -> {}).await();
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(whole, names(run.figures()));
        assertFalse(RunLock.isIn(run));
    }

    private static Set<String> names(Path of) throws Exception {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
