package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.TrainingProcess;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RunViewModelTest extends RunsOnAScreen {
    private static final String CONFIG = """
            {"name": "small", "data": {"source": {"type": "spirals", "trainCount": 256, "testCount": 64}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
             "training": {"epochs": 4, "batchSize": 32, "learningRate": %s},
             "probes": {"gbr": {"images": 16, "everySeconds": 0}}, "backend": {"threads": 1}}""";

    @Test
    void aRunIsSteppedChangedStoppedAndResumed() throws Exception {
        Path path = folder.resolve("run");
        on(() -> runs.start(config("0.05"), path, Beginning.ONE_STEP));
        await(() -> state() == RunState.PAUSED && steps() == 1);
        on(runs::step);
        await(() -> steps() == 2);
        assertEquals(RunState.PAUSED, ask(this::state));
        on(runs::stepEpoch);
        await(() -> state() == RunState.PAUSED && steps() == 8);
        on(() -> runs.submit(new TrainingCommand.SetLearningRate(0.01)));
        on(runs::step);
        await(() -> steps() == 9);
        long start = System.nanoTime();
        on(runs::stop);
        await(() -> state() == RunState.STOPPED);
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2), "stopped within 2 s");
        assertEquals(1, StoredRun.in(path).record().changes().size());
        on(() -> runs.resumeRun(path, Beginning.TO_THE_END));
        await(() -> state() == RunState.FINISHED);
        assertEquals(1, ask(() -> runs.entries().size()));
        RunCurves curves = ask(() -> runs.entries().getFirst()).curves();
        assertEquals(4, curves.series(Tags.TEST_ACCURACY).size());
        assertEquals(4, curves.series(Tags.GBR).size());
        assertEquals(32, curves.series(Tags.BATCH_LOSS).size());
        assertEquals("η = 0.01", curves.marks().getFirst().label());
        assertEquals(1.0, curves.marks().getFirst().value(), 1e-9);
    }

    @Test
    void aRunAtWorkIsMeasuredBesideItsTrainingAndRefusesWhatDoesNotFit() throws Exception {
        on(() -> runs.start(config("0.05"), folder.resolve("run"), Beginning.ONE_STEP));
        await(() -> state() == RunState.PAUSED && steps() == 1);
        RunEntry entry = ask(() -> runs.entries().getFirst());
        var matrix = ask(() -> runs.measure(entry, "confusion-matrix"));
        ReadingMeasured reading = matrix.get(30, TimeUnit.SECONDS);
        assertEquals(1, reading.step());
        assertTrue(reading.readings().containsKey(Tags.CONFUSION));
        var learned = ask(() -> runs.measure(entry, "learned-responses"));
        ExecutionException refused = assertThrows(ExecutionException.class, () -> learned.get(30, TimeUnit.SECONDS));
        assertInstanceOf(BadInputException.class, refused.getCause());
        on(runs::stop);
        await(() -> state() == RunState.STOPPED);
        var after = ask(() -> runs.measure(entry, "confusion-matrix"));
        assertEquals(1, after.get(30, TimeUnit.SECONDS).step());
        assertEquals(
                1,
                StoredRun.in(folder.resolve("run")).readings().stream()
                        .filter(kept -> kept.probe().equals("confusion-matrix"))
                        .count());
    }

    @Test
    void aRunThatCannotBeginFailsWithItsMessage() throws Exception {
        ExperimentConfig missing = RecordFiles.parse(
                CONFIG.formatted("0.1")
                        .replace(
                                "\"spirals\", \"trainCount\": 256, \"testCount\": 64",
                                "\"image-folder\", \"path\": \"/no/such/folder\""),
                "test",
                ExperimentConfig.class,
                List.of());
        on(() -> runs.start(missing, folder.resolve("never"), Beginning.TO_THE_END));
        await(() -> state() == RunState.FAILED);
        assertTrue(
                ask(() -> runs.messageProperty().get()).orElseThrow().toString().contains("/no/such/folder"));
    }

    @Test
    void aLossThatIsNotFiniteFailsTheRunAndMarksTheChart() throws Exception {
        on(() -> runs.start(config("1000"), folder.resolve("wild"), Beginning.TO_THE_END));
        await(() -> !state().active() && state() != RunState.IDLE);
        assertEquals(RunState.FAILED, ask(this::state));
        RunEntry entry = ask(() -> runs.entries().getFirst());
        assertTrue(entry.curves().marks().stream().anyMatch(mark -> mark.label().startsWith("NaN")));
        assertEquals(RunState.FAILED, ask(() -> entry.stateProperty().get()));
        assertTrue(ask(() -> runs.messageProperty().get()).isPresent());
    }

    @Test
    void aCheckpointNearAPointOfAChartBeginsANewRunWithItsPast() throws Exception {
        Path path = folder.resolve("first");
        on(() -> runs.start(config("0.05"), path, Beginning.ONE_EPOCH));
        await(() -> state() == RunState.PAUSED);
        assertEquals(8, steps());
        on(runs::stop);
        await(() -> state() == RunState.STOPPED);
        RunEntry first = ask(() -> runs.entries().getFirst());
        KeptCheckpoint checkpoint = StoredRun.in(path).checkpoints().getLast();
        assertEquals(1.0, first.curves().epochOf(checkpoint.step()));
        on(() -> runs.branch(first, checkpoint, folder.resolve("second"), Beginning.TO_THE_END));
        await(() -> state() == RunState.FINISHED);
        assertEquals(2, ask(() -> runs.entries().size()));
        RunCurves second = ask(() -> runs.entries().getFirst()).curves();
        assertEquals(4, second.series(Tags.TEST_ACCURACY).size());
        assertEquals(24, second.series(Tags.BATCH_LOSS).size());
        assertEquals(1, first.curves().series(Tags.TEST_ACCURACY).size());
    }

    @Test
    void aRunInAProcessOfItsOwnLooksTheSame() throws Exception {
        TrainingProcess own = new TrainingProcess(RunPlace.OWN_PROCESS, 5);
        RunViewModel elsewhere = new RunViewModel(() -> own.runs(DataLocation.standard(null)), screen::execute);
        on(() -> elsewhere.start(config("0.05"), folder.resolve("elsewhere"), Beginning.ONE_EPOCH));
        await(() -> elsewhere.stateProperty().get() == RunState.PAUSED);
        RunEntry entry = ask(() -> elsewhere.entries().getFirst());
        assertEquals(8, entry.curves().series(Tags.BATCH_LOSS).size());
        assertEquals(1, entry.curves().series(Tags.GBR).size());
        on(elsewhere::stop);
        await(() -> elsewhere.stateProperty().get() == RunState.STOPPED);
        assertEquals(Optional.empty(), ask(() -> elsewhere.messageProperty().get()));
    }

    @Test
    void anEarlierRunIsReadBackFromItsFolder() throws Exception {
        on(() -> runs.start(config("0.05"), folder.resolve("runs/first"), Beginning.TO_THE_END));
        await(() -> state() == RunState.FINISHED);
        List<RunEntry> old =
                EarlierRuns.read(new RunStore(folder.resolve("runs")), 10).runs();
        assertEquals(1, old.size());
        assertEquals(RunState.FINISHED, old.getFirst().stateProperty().get());
        RunCurves live = ask(() -> runs.entries().getFirst()).curves();
        assertEquals(
                live.series(Tags.GBR).points().y()[3],
                old.getFirst().curves().series(Tags.GBR).points().y()[3]);
    }

    /** An epoch is an event or two, and a window may be open for weeks. */
    @Test
    void theLogKeepsWhatHappenedLast() throws Exception {
        TrainingEvent.RunPaused old = new TrainingEvent.RunPaused(-1);
        on(() -> runs.log().addAll(Collections.nCopies(RunViewModel.MOST_EVENTS, old)));
        on(() -> runs.start(config("0.05"), folder.resolve("run"), Beginning.TO_THE_END));
        await(() -> state() == RunState.FINISHED);
        assertEquals(RunViewModel.MOST_EVENTS, ask(() -> runs.log().size()));
        assertInstanceOf(TrainingEvent.RunFinished.class, ask(() -> runs.log().getLast()));
        assertEquals(old, ask(() -> runs.log().getFirst()));
    }

    private static ExperimentConfig config(String learningRate) {
        return RecordFiles.parse(CONFIG.formatted(learningRate), "test", ExperimentConfig.class, List.of());
    }

    private RunState state() {
        return runs.stateProperty().get();
    }

    private void await(BooleanSupplier condition) throws Exception {
        await(runs, condition);
    }
}
