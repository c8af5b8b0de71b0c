package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lamina.data.Augmentation;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.Cutout;
import dev.lamina.data.HorizontalFlip;
import dev.lamina.data.Mixup;
import dev.lamina.data.PadCrop;
import dev.lamina.data.Remainder;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.program.InputOperation;
import dev.lamina.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is the same to rounding whether the host or the device prepares the images. */
class RawInputTest {
    /** Inputs differ by a rounding of float32, 6·10⁻⁸, which nine steps carry on. */
    private static final double TOLERANCE = 1e-5;

    static Stream<List<Augmentation>> augmentations() {
        return Stream.of(
                List.of(),
                List.of(new PadCrop(1), new HorizontalFlip()),
                List.of(new HorizontalFlip(), new PadCrop(2)),
                List.of(new PadCrop(1), new Cutout(2)));
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void lossesAndMetricsAreThoseOfPreparedImages(List<Augmentation> augmentations) {
        TrainingPlan plan = with(new BatchPlan(8, Remainder.KEEP, augmentations));
        assertSameRun(SmallRun.start(plan), run(new RawInputBackend(), plan, (_, _) -> {}));
    }

    @Test
    void stagesOfWnllAreTheSameToo() {
        TrainingPlan plan = SmallRun.wnllPlan();
        assertSameRun(SmallRun.start(plan), run(new RawInputBackend(), plan, (_, _) -> {}));
    }

    @Test
    void trainingAndEvaluationPrepareTheirImagesAndGradientsInTheImagesDoNot() {
        assertEquals(
                Set.of("training", "evaluation"), preparing(new BatchPlan(8, Remainder.KEEP, List.of(new PadCrop(1)))));
    }

    @Test
    void whatOnlyTheHostCanPrepareItPrepares() {
        List<Augmentation> crop = List.of(new PadCrop(1));
        assertEquals(
                Set.of("evaluation"),
                preparing(new BatchPlan(8, Remainder.KEEP, List.of(new PadCrop(1), new Cutout(2)))));
        assertEquals(
                Set.of("evaluation"), preparing(new BatchPlan(8, Remainder.KEEP, crop, Optional.of(new Mixup(0.4)))));
    }

    @Test
    void aRunThatOverflowsIsFoundAtTheSamePlace() {
        BiConsumer<TrainingEvent, CommandQueue> runAway = (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 4) {
                queue.submit(new TrainingCommand.SetLearningRate(1e38));
            }
        };
        SmallRun.Result prepared = SmallRun.run(SmallRun.plan(), Optional.empty(), new CommandQueue(), runAway);
        SmallRun.Result raw = run(new RawInputBackend(), SmallRun.plan(), runAway);
        TrainingOutcome.NonFinite expected = assertInstanceOf(TrainingOutcome.NonFinite.class, prepared.outcome());
        assertEquals(expected, raw.outcome());
    }

    /** The names of the programs of a run that begin with raw images. */
    private static Set<String> preparing(BatchPlan batches) {
        RawInputBackend backend = new RawInputBackend();
        run(backend, with(batches), (_, _) -> {});
        Map<Boolean, Set<String>> names = backend.programs.stream()
                .collect(Collectors.partitioningBy(
                        program -> program.operations().getFirst() instanceof InputOperation,
                        Collectors.mapping(Program::name, Collectors.toSet())));
        Set<String> both =
                names.get(false).stream().filter(names.get(true)::contains).collect(Collectors.toSet());
        assertEquals(Set.of(), both, "in one form each");
        return names.get(true);
    }

    static TrainingPlan with(BatchPlan batches) {
        return SmallRun.with(SmallRun.plan(), "batches", batches);
    }

    private static SmallRun.Result run(
            RawInputBackend backend, TrainingPlan plan, BiConsumer<TrainingEvent, CommandQueue> reaction) {
        return SmallRun.run(backend, plan, Optional.empty(), new CommandQueue(), reaction);
    }

    /** Losses of all steps and metrics of all epochs, to within the tolerance; accuracies exactly. */
    static void assertSameRun(SmallRun.Result expected, SmallRun.Result actual) {
        List<TrainingEvent.StepCompleted> steps = expected.events(TrainingEvent.StepCompleted.class);
        List<TrainingEvent.StepCompleted> others = actual.events(TrainingEvent.StepCompleted.class);
        assertEquals(steps.size(), others.size());
        for (int i = 0; i < steps.size(); i++) {
            assertClose(steps.get(i).loss(), others.get(i).loss(), "step " + (i + 1));
            assertEquals(steps.get(i).accuracy(), others.get(i).accuracy(), 1e-12);
        }
        List<EpochMetrics> metrics = expected.metrics();
        assertEquals(metrics.size(), actual.metrics().size());
        for (int i = 0; i < metrics.size(); i++) {
            EpochMetrics other = actual.metrics().get(i);
            assertEquals(metrics.get(i).readings().keySet(), other.readings().keySet());
            for (Tag tag : metrics.get(i).readings().keySet()) {
                metrics.get(i)
                        .value(tag)
                        .ifPresent(value -> assertClose(value, other.value(tag).orElseThrow(), tag.id()));
            }
        }
    }

    private static void assertClose(double expected, double actual, String what) {
        assertEquals(expected, actual, TOLERANCE * Math.max(0.01, Math.abs(expected)), what);
    }
}
