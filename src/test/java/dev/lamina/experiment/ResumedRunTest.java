package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.JsonFile;
import dev.lamina.archive.MetricsFile;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.RunRewind;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was stopped, or broke off, goes on as if nothing had been, or is refused with the reason. */
class ResumedRunTest extends ExperimentRuns {
    @ParameterizedTest
    @ValueSource(longs = {1, 4, 6})
    void aRunStoppedAndResumedEqualsTheUninterruptedOneBitForBit(long stopAfter) throws Exception {
        Path whole = folder.resolve("whole");
        run(SmallExperiment.config(), whole);
        Path path = folder.resolve("stopped");
        RunResult stopped = runUntil(stopAfter, SmallExperiment.config(), path);
        assertEquals(RunState.STOPPED, stopped.state());
        assertEquals(stopAfter, StoredRun.in(path).record().step());
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(measured(whole), measured(path));
        assertArrayEquals(bytes(whole, "weights.safetensors"), bytes(path, "weights.safetensors"));
        assertArrayEquals(bytes(whole, "optimizer.safetensors"), bytes(path, "optimizer.safetensors"));
    }

    /** As when the machine went down after an epoch's metrics were written and before its checkpoint was. */
    @Test
    void epochsWithoutACheckpointComeOnceAfterACrash() throws Exception {
        Path path = folder.resolve("run");
        runUntil(6, SmallExperiment.config(), path);
        RunFolder run = new RunFolder(path);
        List<EpochMetrics> before = new StoredRun(run).metrics();
        new MetricsFile(run.metrics()).append(EpochMetrics.of(2, 8, Map.of(Tags.TRAIN_LOSS, 99.0)));
        Files.writeString(run.metrics(), "{\"epoch\":3,", java.nio.file.StandardOpenOption.APPEND);
        JsonFile.write(run.record(), new StoredRun(run).record().to(RunState.RUNNING, null, java.time.Instant.now()));
        assertEquals(1, before.size());
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(
                List.of(1, 2, 3),
                measured(path).stream().map(EpochMetrics::epoch).toList());
        assertTrue(measured(path).get(1).value(Tags.TRAIN_LOSS).orElseThrow() < 99);
    }

    /** What a process leaves that is killed at its beginning. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "run.lock", "config.json", "config.json,run.lock,.run.json.%s.part", ".config.json.%s.part"})
    void aFolderInWhichNothingWasDoneIsBegunAnew(String files) throws Exception {
        Path path = Files.createDirectory(folder.resolve("run"));
        leave(path, files);
        BadInputException refused = assertThrows(BadInputException.class, () -> resume(path));
        assertTrue(refused.getMessage().startsWith(path + ": nothing was done there yet; begin with 'lamina run "));
        assertEquals(RunState.FINISHED, run(SmallExperiment.config(), path).state());
        assertEquals(
                Set.of("config.json", "run.json", "metrics.jsonl", "readings.jsonl", "checkpoints", "figures"),
                names(path));
    }

    @Test
    void aDamagedLastCheckpointLeavesTheBestToGoOnFrom() throws Exception {
        Path path = folder.resolve("run");
        runUntil(6, SmallExperiment.config(), path);
        Path whole = folder.resolve("whole");
        run(SmallExperiment.config(), whole);
        Path weights = path.resolve("checkpoints/step-00000006/weights.safetensors");
        byte[] content = Files.readAllBytes(weights);
        content[content.length - 1] ^= 4;
        Files.write(weights, content);
        BadInputException refused = assertThrows(BadInputException.class, () -> resume(path));
        assertTrue(refused.getMessage().startsWith(weights + ": damaged (its SHA-256"), refused.getMessage());
        assertTrue(refused.getMessage()
                .endsWith("'lamina resume " + path + " --checkpoint best' goes on from the best one"));
        RunRewind.toBest(StoredRun.in(path));
        assertEquals(RunState.FINISHED, resume(path).state());
        assertArrayEquals(bytes(whole, "weights.safetensors"), bytes(path, "weights.safetensors"));
        assertEquals(measured(whole), measured(path));
    }

    @Test
    void aRunThatSomeoneWorksOnIsNotResumed() throws Exception {
        Path path = folder.resolve("run");
        runUntil(2, SmallExperiment.config(), path);
        try (RunLock _ = RunLock.of(new RunFolder(path))) {
            BadInputException refused = assertThrows(BadInputException.class, () -> resume(path));
            assertTrue(refused.getMessage().contains("is working on this run"), refused.getMessage());
        }
        assertEquals(RunState.FINISHED, resume(path).state());
    }

    @Test
    void aFinishedRunIsNotResumed() throws Exception {
        Path path = folder.resolve("run");
        run(SmallExperiment.config(), path);
        BadInputException refused = assertThrows(BadInputException.class, () -> resume(path));
        assertTrue(refused.getMessage().contains("the run is finished"), refused.getMessage());
    }

    @Test
    void aFolderWithoutARunIsNotResumed() throws Exception {
        Files.writeString(folder.resolve("notes"), "mine");
        BadInputException refused = assertThrows(BadInputException.class, () -> resume(folder));
        assertTrue(refused.getMessage().startsWith(folder + ": no config.json in it"), refused.getMessage());
    }

    @Test
    void aRunOnOtherDataIsNotResumed() throws Exception {
        Path path = folder.resolve("run");
        runUntil(2, SmallExperiment.config(), path);
        RunFolder run = new RunFolder(path);
        Files.writeString(
                run.config(), Files.readString(run.config()).replace("\"trainCount\" : 60", "\"trainCount\" : 62"));
        BadInputException refused = assertThrows(BadInputException.class, () -> resume(path));
        assertTrue(refused.getMessage().contains("is not what the run began with"), refused.getMessage());
    }
}
