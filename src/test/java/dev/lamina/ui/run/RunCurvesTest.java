package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.TrainingEvent;
import dev.lamina.message.Language;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.StageSpan;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunCurvesTest {
    private static final StageLabel LINEAR = new StageLabel("linear", 1);
    private static final StageLabel WNLL = new StageLabel("wnll", 1);
    private static final int LINEAR_STEPS = 10;
    private static final int WNLL_STEPS = 4;

    /** 2 linear epochs of 10 steps, then 2 WNLL epochs of 4. */
    private final List<TrainingEvent> whole = wnllRun();

    private static List<TrainingEvent> wnllRun() {
        List<TrainingEvent> events = new ArrayList<>();
        events.add(started(0));
        events.add(new TrainingEvent.StageStarted(0, LINEAR, 1, 2, LINEAR_STEPS));
        long step = 0;
        for (int epoch = 1; epoch <= 4; epoch++) {
            int steps = epoch <= 2 ? LINEAR_STEPS : WNLL_STEPS;
            if (epoch == 3) {
                events.add(new TrainingEvent.StageStarted(20, WNLL, 3, 4, WNLL_STEPS));
            }
            for (int i = 1; i <= steps; i++) {
                events.add(new TrainingEvent.StepCompleted(epoch, i, steps, ++step, 1.0 / step, 0.5, 0.1, 100, 1));
            }
            events.add(completed(epoch, step));
        }
        return events;
    }

    private static TrainingEvent started(long stepsDone) {
        return new TrainingEvent.RunStarted(
                TrainingEvent.PROTOCOL, "r", "runs/r", 4, LINEAR_STEPS, stepsDone, 100, 10, "cpu", "cpu", 1);
    }

    private static TrainingEvent completed(int epoch, long step) {
        Map<Tag, Double> values = Map.of(Tags.TEST_ACCURACY, 0.1 * epoch, Tags.WNLL_TEST_ACCURACY, 0.2);
        return new TrainingEvent.EpochCompleted(
                EpochMetrics.of(epoch, step, epoch <= 2 ? LINEAR : WNLL, values)
                        .with(Tags.UPDATE_RATIO, new Reading.PerLayer(Map.of("conv", -3.0, "dense", -2.5))),
                4,
                1,
                1);
    }

    /** Stopped after the first step of the second WNLL epoch, which is step 25, and resumed from each checkpoint before. */
    @Test
    void aResumedWnllRunGoesBackToExactlyItsCheckpoint() {
        for (int stepsDone : new int[] {7, 10, 20, 22, 24, 25}) {
            RunCurves curves = new RunCurves();
            int seen = 0;
            for (TrainingEvent event : whole) {
                curves.on(event);
                if (event instanceof TrainingEvent.StepCompleted s && ++seen == 25 && s.step() == 25) {
                    break;
                }
            }
            curves.on(new TrainingEvent.HyperparameterChanged(25, "learningRate", 0.5));
            curves.on(started(stepsDone));
            assertEquals(stepsDone, curves.series(Tags.BATCH_LOSS).size(), "steps after " + stepsDone);
            assertEquals(stepsDone == 25 ? 1 : 0, curves.marks().size());
            replayAfter(stepsDone, curves);
            RunCurves uninterrupted = new RunCurves();
            whole.forEach(uninterrupted::on);
            for (Tag quantity : Tags.ALL) {
                assertArrayEquals(
                        uninterrupted.series(quantity).points().x(),
                        curves.series(quantity).points().x(),
                        quantity + " after " + stepsDone);
            }
            assertEquals(4, curves.layers(Tags.UPDATE_RATIO).get("conv").size());
        }
    }

    private void replayAfter(int stepsDone, RunCurves curves) {
        long step = 0;
        TrainingEvent.StageStarted stage = null;
        boolean going = false;
        for (TrainingEvent event : whole) {
            switch (event) {
                case TrainingEvent.StageStarted e -> stage = e;
                case TrainingEvent.StepCompleted e -> step = e.step();
                default -> {}
            }
            boolean later = step > stepsDone
                    || (event instanceof TrainingEvent.StageStarted e && e.step() >= stepsDone && stepsDone > 0);
            if (later && !going && stage != null && event != stage) {
                curves.on(stage);
            }
            going |= later;
            if (going) {
                curves.on(event);
            }
        }
    }

    @Test
    void aChangeInAWnllEpochIsMarkedWhereItsStepStands() {
        RunCurves curves = new RunCurves();
        whole.forEach(curves::on);
        curves.on(new TrainingEvent.HyperparameterChanged(26, "weightDecay", 0.01));
        assertEquals(3.5, curves.marks().getFirst().value());
        RunCurves readBack = RunCurves.of(
                0,
                whole.stream()
                        .filter(TrainingEvent.EpochCompleted.class::isInstance)
                        .map(e -> ((TrainingEvent.EpochCompleted) e).metrics())
                        .toList(),
                List.of());
        readBack.addChange(26, "weightDecay", 0.01);
        assertEquals(3.5, readBack.marks().getFirst().value());
        assertEquals(curves.stages(), readBack.stages());
        assertEquals(List.of(new StageSpan(LINEAR, 1, 2), new StageSpan(WNLL, 3, 4)), curves.stages());
    }

    @Test
    void aChartShowsBandsOfWnllStagesLayersAndTheirZones() {
        RunCurves curves = new RunCurves();
        whole.forEach(curves::on);
        RunChartData data = new RunChartData(Texts.in(Language.ENGLISH));
        data.show(List.of(new RunEntry("r", Path.of("runs/r"), curves, RunState.FINISHED)));
        var accuracy = data.of("accuracy");
        assertEquals(1, accuracy.bands().size());
        assertEquals(2, accuracy.bands().getFirst().from());
        assertEquals(4, accuracy.bands().getFirst().to());
        assertEquals("WNLL", accuracy.bands().getFirst().label());
        assertTrue(data.present("accuracy").contains(Tags.WNLL_TEST_ACCURACY.id()));
        var updates = data.of("updates");
        assertEquals(
                Set.of("conv", "dense"),
                Set.copyOf(updates.curves().stream().map(c -> c.name()).toList()));
        assertEquals(-4, updates.zones().getFirst().to());
        assertEquals(-2, updates.zones().getLast().from());
    }

    @Test
    void onlyChartsThatAStepChangesGetANewRevision() {
        RunCurves curves = new RunCurves();
        whole.forEach(curves::on);
        long accuracy = curves.revision("accuracy");
        long loss = curves.revision("loss");
        curves.on(new TrainingEvent.StepCompleted(5, 1, 10, 29, 1, 0.5, 0.1, 100, 1));
        assertEquals(accuracy, curves.revision("accuracy"));
        assertTrue(curves.revision("loss") > loss);
    }

    /** 10 steps an epoch: step 5 stands at 0.5, and what was read at an epoch's end is its metrics' point. */
    @Test
    void aReopenedRunHasWhatItReadWithinItsEpochs() {
        List<EpochMetrics> epochs =
                List.of(EpochMetrics.of(1, 10, Map.of(Tags.GBR, 2.0)), EpochMetrics.of(2, 20, Map.of(Tags.GBR, 3.0)));
        List<TrainingEvent.ReadingMeasured> readings = List.of(gbr(1, 5, 1.5), gbr(1, 10, 2), gbr(2, 13, 2.5));
        var points = RunCurves.of(0, epochs, readings).series(Tags.GBR).points();
        assertArrayEquals(new double[] {0.5, 1, 1.3, 2}, points.x(), 1e-12);
        assertArrayEquals(new double[] {1.5, 2, 2.5, 3}, points.y());
    }

    private static TrainingEvent.ReadingMeasured gbr(int epoch, long step, double value) {
        return new TrainingEvent.ReadingMeasured(
                null, "gbr", epoch, step, Map.of(Tags.GBR, new Reading.Scalar(value)), 0.1);
    }
}
