package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunBranch;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.event.TrainingEvent;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBranchTest {
    @TempDir
    private Path folder;

    @Test
    void aBranchGoesOnAsTheRunItselfWouldHave() throws Exception {
        RunFolder stopped = new RunFolder(folder.resolve("run"));
        runUntil(5, stopped.path());
        KeptCheckpoint last = new StoredRun(stopped).checkpoints().getLast();
        assertEquals(5, last.step());
        RunFolder branch = RunBranch.make(new StoredRun(stopped), last, folder.resolve("branch"));
        assertEquals(
                new RunRecord.Origin(stopped.path().toString(), 5),
                new StoredRun(branch).record().origin());
        Experiment.resume(stopped.path(), SmallExperiment.NOWHERE, _ -> {}).await();
        RunResult result = Experiment.resume(branch.path(), SmallExperiment.NOWHERE, _ -> {})
                .await();
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(
                new StoredRun(stopped).metrics().size(),
                new StoredRun(branch).metrics().size());
        assertArrayEquals(weights(stopped), weights(branch));
        assertEquals(5, new StoredRun(branch).record().origin().step());
    }

    @Test
    void anOlderCheckpointTakesNothingAlongThatCameAfterIt() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        runUntil(Integer.MAX_VALUE, run.path());
        List<KeptCheckpoint> kept = new StoredRun(run).checkpoints();
        KeptCheckpoint oldest = kept.getFirst();
        RunFolder branch = RunBranch.make(new StoredRun(run), oldest, folder.resolve("branch"));
        assertEquals(oldest.epochsDone(), new StoredRun(branch).metrics().size());
        assertTrue(new StoredRun(branch).checkpoints().stream().allMatch(k -> k.step() <= oldest.step()));
        assertEquals(RunState.STOPPED, new StoredRun(branch).record().state());
    }

    @Test
    void aCheckpointThatIsGoneLeavesNoHalfRunBehind() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        runUntil(5, run.path());
        KeptCheckpoint last = new StoredRun(run).checkpoints().getLast();
        try (Stream<Path> files = Files.list(last.folder())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(last.folder());
        assertThrows(BadInputException.class, () -> RunBranch.make(new StoredRun(run), last, folder.resolve("branch")));
        assertFalse(Files.exists(folder.resolve("branch")));
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(
                    List.of("run"), entries.map(e -> e.getFileName().toString()).toList());
        }
    }

    @Test
    void aDamagedCheckpointIsNothingToGoOnFrom() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        runUntil(5, run.path());
        KeptCheckpoint last = new StoredRun(run).checkpoints().getLast();
        Path weights = last.folder().resolve("weights.safetensors");
        byte[] content = Files.readAllBytes(weights);
        content[content.length - 1] ^= 1;
        Files.write(weights, content);
        Path target = folder.resolve("branch");
        String message = assertThrows(BadInputException.class, () -> RunBranch.make(new StoredRun(run), last, target))
                .getMessage();
        assertTrue(message.startsWith(weights + ": damaged (its SHA-256"), message);
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(List.of(run.path()), entries.toList());
        }
    }

    @Test
    void aBranchMayTakeTheEmptyFolderThatWasMadeForIt() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        runUntil(5, run.path());
        Path claimed = RunFolder.claim(folder, "branch", LocalDateTime.of(2026, 1, 31, 23, 59, 9));
        RunFolder branch = RunBranch.make(
                new StoredRun(run), new StoredRun(run).checkpoints().getLast(), claimed);
        assertEquals(RunState.STOPPED, new StoredRun(branch).record().state());
    }

    @Test
    void aRecordFromBeforeThereWereBranchesOpens() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        runUntil(2, run.path());
        String text = Files.readString(run.record());
        String older = text.replaceFirst(",\\s*\"origin\"\\s*:\\s*null", "");
        assertTrue(older.length() < text.length());
        Files.writeString(run.record(), older);
        assertEquals(new StoredRun(run).record().step(), 2);
    }

    private static void runUntil(int step, Path path) throws InterruptedException {
        AtomicReference<RunHandle> handle = new AtomicReference<>();
        var queue = new dev.lamina.event.CommandQueue();
        handle.set(Experiment.start(
                SmallExperiment.config(),
                path,
                SmallExperiment.NOWHERE,
                event -> {
                    if (event instanceof TrainingEvent.StepCompleted done && done.step() == step) {
                        queue.submit(new dev.lamina.event.TrainingCommand.Stop());
                    }
                },
                queue));
        handle.get().await();
    }

    private static byte[] weights(RunFolder run) throws IOException {
        return Files.readAllBytes(
                new StoredRun(run).checkpoints().getLast().folder().resolve("weights.safetensors"));
    }
}
