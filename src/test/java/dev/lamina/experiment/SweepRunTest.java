package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.TrainingEvent;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One run for each combination of a sweep's values. */
class SweepRunTest extends ExperimentRuns {
    @ParameterizedTest
    @ValueSource(strings = {"", "config.json,run.lock", ".config.json.%s.part"})
    void aMemberOfASweepInWhichNothingWasDoneIsBegunAnew(String files) throws Exception {
        Path path = folder.resolve("sweep");
        ExperimentConfig config = SmallExperiment.config("sweep={\"seed\": [1, 2]}");
        runUntil(5, config, path);
        leave(Files.createDirectory(path.resolve("seed=2")), files);
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(
                RunState.FINISHED, StoredRun.in(path.resolve("seed=2")).record().state());
    }

    @Test
    void theSameCommandGoesOnWithASweepAndRepeatsNothing() throws Exception {
        Path path = folder.resolve("sweep");
        ExperimentConfig config = SmallExperiment.config("sweep={\"seed\": [1, 2]}");
        runUntil(5, config, path);
        assertEquals(RunState.FINISHED, run(config, path).state());
        long steps = events.stream()
                .filter(TrainingEvent.StepCompleted.class::isInstance)
                .count();
        assertEquals(2 * 12, steps);
        BadInputException refused = assertThrows(
                BadInputException.class, () -> run(SmallExperiment.config("sweep={\"seed\": [1, 3]}"), path));
        assertTrue(refused.getMessage().contains("exists already"), refused.getMessage());
    }

    /** The others do not wait for a person who mends it. */
    @Test
    void aDamagedMemberOfASweepIsToldAfterTheOthersAreDone() throws Exception {
        Path path = folder.resolve("sweep");
        runUntil(5, SmallExperiment.config("sweep={\"seed\": [1, 2]}"), path);
        Path damaged = Files.writeString(path.resolve("seed=1/run.json"), "null");
        BadInputException refused = assertThrows(BadInputException.class, () -> resume(path));
        assertTrue(refused.getMessage().startsWith(damaged + ": damaged"), refused.getMessage());
        assertEquals(
                RunState.FINISHED, StoredRun.in(path.resolve("seed=2")).record().state());
    }

    @Test
    void aSweepThatSomeoneWorksOnIsNotResumed() throws Exception {
        Path path = folder.resolve("sweep");
        runUntil(2, SmallExperiment.config("sweep={\"seed\": [1, 2]}"), path);
        try (RunLock _ = RunLock.of(new RunFolder(path))) {
            BadInputException refused = assertThrows(BadInputException.class, () -> resume(path));
            assertTrue(refused.getMessage().contains("is working on this run"), refused.getMessage());
        }
    }

    @Test
    void aSweepMakesOneRunForEachValueAndAComparison() throws Exception {
        Path path = folder.resolve("sweep");
        RunResult result = run(SmallExperiment.config("sweep={\"training.weightDecay\": [0, 1e-4]}"), path);
        assertEquals(RunState.FINISHED, result.state());
        assertEquals(Set.of("config.json", "figures", "weightDecay=0", "weightDecay=0.0001"), names(path));
        assertTrue(names(path.resolve("figures")).contains("comparison.pdf"));
        RunFolder member = new RunFolder(path.resolve("weightDecay=0.0001"));
        assertEquals(1e-4, new StoredRun(member).config().training().weightDecay());
        assertEquals(
                "two moons weightDecay=0.0001", new StoredRun(member).config().name());
        assertEquals(RunState.FINISHED, resume(path).state(), "nothing left to do");
        assertEquals(
                1 + 2 * 4,
                RunFigures.write(RunStore.open(path), dev.lamina.figure.FigureStyle.slide())
                        .size());
    }

    @Test
    void aStoppedSweepGoesOnWhereItWas() throws Exception {
        Path path = folder.resolve("sweep");
        ExperimentConfig config = SmallExperiment.config("sweep={\"seed\": [1, 2]}");
        assertEquals(RunState.STOPPED, runUntil(5, config, path).state());
        assertEquals(Set.of("config.json", "seed=1"), names(path));
        assertEquals(RunState.FINISHED, resume(path).state());
        assertEquals(Set.of("config.json", "figures", "seed=1", "seed=2"), names(path));
    }
}
