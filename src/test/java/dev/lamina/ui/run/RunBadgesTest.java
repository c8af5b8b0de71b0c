package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunStore;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingCommand;
import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.TrainingProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However a run ends, its badge says so, and those of the others stay as they were. */
class RunBadgesTest extends RunsOnAScreen {
    private static final String CONFIG = """
            {"name": "small", "data": {"source": {"type": "spirals", "trainCount": 256, "testCount": 64}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
             "training": {"epochs": 2, "batchSize": 32, "learningRate": 0.05, "weightDecay": 0.001},
             "probes": {"gbr": {"enabled": false}}, "backend": {"threads": 1}}""";

    @Test
    void aStopBeforeTheFirstStepConcernsTheNewRunAlone() throws Exception {
        on(() -> runs.start(config(), folder.resolve("first"), Beginning.TO_THE_END));
        await(runs, () -> state(runs) == RunState.FINISHED);
        on(() -> {
            runs.start(config(), folder.resolve("second"), Beginning.TO_THE_END);
            runs.stop();
        });
        assertEquals(RunState.FINISHED, badge("first"));
        await(runs, () -> !state(runs).active());
        assertEquals(RunState.STOPPED, ask(() -> state(runs)));
        assertEquals(RunState.FINISHED, badge("first"));
        assertEquals(RunState.STOPPED, badge("second"));
        on(() -> runs.resumeLast(Beginning.TO_THE_END));
        await(runs, () -> state(runs) == RunState.FINISHED);
        assertEquals(RunState.FINISHED, badge("second"));
    }

    @Test
    void aRunThatCannotBeginLeavesTheBadgesAlone() throws Exception {
        on(() -> runs.start(config(), folder.resolve("first"), Beginning.TO_THE_END));
        await(runs, () -> state(runs) == RunState.FINISHED);
        on(() -> runs.start(config(), folder.resolve("first"), Beginning.TO_THE_END));
        await(runs, () -> state(runs) == RunState.FAILED);
        assertEquals(RunState.FINISHED, badge("first"));
        on(runs::forgetFailure);
        assertEquals(RunState.IDLE, ask(() -> state(runs)));
        assertEquals(Optional.empty(), ask(() -> runs.messageProperty().get()));
    }

    @Test
    void aPausedRunThatIsStoppedIsStopped() throws Exception {
        on(() -> runs.start(config(), folder.resolve("paused"), Beginning.ONE_STEP));
        await(runs, () -> state(runs) == RunState.PAUSED);
        on(runs::stop);
        assertEquals(RunState.STOPPING, badge("paused"));
        await(runs, () -> state(runs) == RunState.STOPPED);
        assertEquals(RunState.STOPPED, badge("paused"));
    }

    @Test
    void aProcessThatIsKilledWhileItStopsFails() throws Exception {
        TrainingProcess own = new TrainingProcess(RunPlace.OWN_PROCESS, 5);
        RunViewModel elsewhere = new RunViewModel(() -> own.runs(DataLocation.standard(null)), screen::execute);
        List<Long> before = children();
        on(() -> elsewhere.start(config(), folder.resolve("killed"), Beginning.ONE_STEP));
        await(elsewhere, () -> state(elsewhere) == RunState.PAUSED);
        on(() -> {
            ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child.pid()))
                    .forEach(ProcessHandle::destroyForcibly);
            elsewhere.stop();
        });
        await(elsewhere, () -> !state(elsewhere).active());
        assertEquals(RunState.FAILED, ask(() -> state(elsewhere)));
        assertEquals(
                RunState.FAILED,
                ask(() -> elsewhere.entries().getFirst().stateProperty().get()));
        assertTrue(ask(() -> elsewhere.resumableProperty().get()));
    }

    private static List<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }

    @Test
    void everyRunOfASweepHasItsOwnEnd() throws Exception {
        Path path = folder.resolve("runs/sweep");
        ExperimentConfig wild = config("sweep={\"training.learningRate\": [0.05, 1000, 0.01]}", "training.epochs=4");
        on(() -> runs.start(wild, path, Beginning.TO_THE_END));
        await(runs, () -> !state(runs).active());
        List<RunState> states = List.of(RunState.FINISHED, RunState.FAILED, RunState.FINISHED);
        SweepEntry sweep = ask(() -> runs.known().sweeps().getFirst());
        assertEquals(states, ask(() -> states(sweep)));
        assertEquals(RunState.FAILED, ask(() -> sweep.stateProperty().get()));
        assertTrue(
                ask(() -> runs.messageProperty().get()).orElseThrow().toString().contains("not finite"));
        SweepEntry again = EarlierRuns.read(new RunStore(folder.resolve("runs")), 10)
                .sweeps()
                .getFirst();
        assertEquals(states, states(again));
        assertEquals(RunState.FAILED, again.stateProperty().get());
    }

    @Test
    void aStoppedSweepIsInTheListAfterARestartAndGoesOnFromThere() throws Exception {
        Path path = folder.resolve("runs/sweep");
        ExperimentConfig three = config("sweep={\"training.weightDecay\": [0, 1e-4, 1e-3]}");
        on(() -> runs.start(three, path, Beginning.ONE_EPOCH));
        await(runs, () -> state(runs) == RunState.PAUSED);
        on(runs::stop);
        await(runs, () -> state(runs) == RunState.STOPPED);
        RunViewModel restarted = new RunViewModel(() -> Runs.byBackend(DataLocation.standard(null)), screen::execute);
        on(() -> restarted.known().addEarlier(EarlierRuns.read(new RunStore(folder.resolve("runs")), 10)));
        SweepEntry sweep = ask(() -> restarted.known().sweeps().getFirst());
        assertEquals(path, sweep.folder());
        assertEquals(3, sweep.planned());
        assertEquals(1, sweep.members().size());
        assertTrue(ask(sweep::resumable));
        on(() -> restarted.resumeRun(sweep.folder(), Beginning.TO_THE_END));
        await(restarted, () -> state(restarted) == RunState.FINISHED);
        assertEquals(List.of(sweep), ask(() -> List.copyOf(restarted.known().sweeps())));
        assertEquals(
                List.of("weightDecay=0", "weightDecay=0.0001", "weightDecay=0.001"),
                ask(() -> sweep.members().stream()
                        .map(run -> run.folder().getFileName().toString())
                        .toList()));
        assertEquals(3, ask(sweep::done));
        assertEquals(RunState.FINISHED, ask(() -> sweep.stateProperty().get()));
        assertFalse(ask(sweep::resumable));
    }

    @Test
    void aSweepOfWhichNoRunBeganIsListedToo() throws Exception {
        Path path = Files.createDirectories(folder.resolve("runs/begun"));
        Files.writeString(
                new RunFolder(path).config(), RecordFiles.write(config("sweep={\"training.weightDecay\": [0, 1e-4]}")));
        SweepEntry sweep = EarlierRuns.read(new RunStore(folder.resolve("runs")), 10)
                .sweeps()
                .getFirst();
        assertEquals(2, sweep.planned());
        assertTrue(sweep.resumable());
    }

    @Test
    void aSweepOfMoreRunsThanCanBeCountedHidesNoOthers() throws Exception {
        String values = IntStream.range(0, 2000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Path path = Files.createDirectories(folder.resolve("runs/endless"));
        String sweep = "sweep={\"seed\": [%1$s], \"training.epochs\": [%1$s], \"training.batchSize\": [%1$s]}";
        Files.writeString(new RunFolder(path).config(), RecordFiles.write(config(sweep.formatted(values))));
        assertEquals(
                Integer.MAX_VALUE,
                EarlierRuns.read(new RunStore(folder.resolve("runs")), 10)
                        .sweeps()
                        .getFirst()
                        .planned());
    }

    @Test
    void theValuesInForceAreKnownFromTheFirstStepOnAndAfterAResume() throws Exception {
        on(() -> runs.start(config(), folder.resolve("live"), Beginning.ONE_STEP));
        await(runs, () -> state(runs) == RunState.PAUSED && steps() == 1);
        assertEquals(0.05, value(LiveValues.LEARNING_RATE), 1e-9);
        assertEquals(0.001, value(LiveValues.WEIGHT_DECAY));
        assertEquals(0.9, value(LiveValues.MOMENTUM));
        on(() -> {
            runs.submit(new TrainingCommand.SetMomentum(0.5));
            runs.submit(new TrainingCommand.SetLearningRate(0.01));
        });
        await(runs, () -> value(LiveValues.MOMENTUM) == 0.5 && value(LiveValues.LEARNING_RATE) == 0.01);
        on(runs::step);
        await(runs, () -> steps() == 2);
        assertEquals(0.01, value(LiveValues.LEARNING_RATE), 1e-9);
        on(runs::stop);
        await(runs, () -> state(runs) == RunState.STOPPED);
        RunViewModel restarted = new RunViewModel(() -> Runs.byBackend(DataLocation.standard(null)), screen::execute);
        on(() -> {
            restarted.resumeRun(folder.resolve("live"), Beginning.ONE_STEP);
        });
        await(restarted, () -> state(restarted) == RunState.PAUSED);
        assertEquals(0.5, restarted.live().value(LiveValues.MOMENTUM).orElseThrow());
        assertTrue(restarted.live().value(LiveValues.LEARNING_RATE).orElseThrow() < 0.0101);
        on(restarted::stop);
        await(restarted, () -> state(restarted) == RunState.STOPPED);
    }

    private double value(String hyperparameter) {
        return runs.live().value(hyperparameter).orElse(Double.NaN);
    }

    private static List<RunState> states(SweepEntry sweep) {
        return sweep.members().stream().map(run -> run.stateProperty().get()).toList();
    }

    private RunState badge(String name) throws Exception {
        return ask(() -> runs.entries().stream()
                .filter(run -> run.folder().endsWith(name))
                .findFirst()
                .orElseThrow()
                .stateProperty()
                .get());
    }

    private static ExperimentConfig config(String... overrides) {
        return RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of(overrides));
    }

    private static RunState state(RunViewModel runs) {
        return runs.stateProperty().get();
    }
}
