package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.optim.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final TrainingPlan PLAN = SmallRun.plan();
    private static final SmallRun.Result WHOLE = SmallRun.start(PLAN);

    @Test
    void theLossFallsAndEveryStepIsTold() {
        List<TrainingEvent.StepCompleted> steps = WHOLE.events(TrainingEvent.StepCompleted.class);
        assertEquals(9, steps.size());
        assertEquals(
                List.of(1, 2, 3, 1, 2, 3, 1, 2, 3),
                steps.stream().map(s -> s.stepInEpoch()).toList());
        List<EpochMetrics> metrics = WHOLE.metrics();
        assertEquals(3, metrics.size());
        assertTrue(metrics.get(2).value(Tags.TRAIN_LOSS).orElseThrow()
                < metrics.get(0).value(Tags.TRAIN_LOSS).orElseThrow());
        assertEquals(9, metrics.get(2).step());
        assertInstanceOf(TrainingOutcome.Finished.class, WHOLE.outcome());
    }

    @Test
    void everyEpochHasEveryMetricOfARunWithValidationAndGbr() {
        List<String> all = List.of(
                "trainLoss",
                "trainAccuracy",
                "validationLoss",
                "validationAccuracy",
                "testLoss",
                "testAccuracy",
                "gbr",
                "gbrStandardError",
                "log10NormProduct",
                "log10WeightDecayBound",
                "learningRate",
                "imagesPerSecond",
                "epochSeconds",
                "log10UpdateRatios");
        for (TrainingEvent.EpochCompleted epoch : WHOLE.events(TrainingEvent.EpochCompleted.class)) {
            assertEquals(
                    all,
                    epoch.metrics().readings().keySet().stream().map(Tag::id).toList());
            double images = epoch.metrics().value(Tags.IMAGES_PER_SECOND).orElseThrow()
                    * epoch.metrics().value(Tags.EPOCH_SECONDS).orElseThrow();
            assertEquals(22, images, 1e-6);
        }
    }

    /** The last batch has 6 images and counts for 6. */
    @Test
    void lossAndAccuracyOfAnEpochAreMeansOverItsImages() {
        List<TrainingEvent.StepCompleted> steps = WHOLE.events(TrainingEvent.StepCompleted.class);
        double loss = (8 * steps.get(0).loss()
                        + 8 * steps.get(1).loss()
                        + 6 * steps.get(2).loss())
                / 22;
        double accuracy = (8 * steps.get(0).accuracy()
                        + 8 * steps.get(1).accuracy()
                        + 6 * steps.get(2).accuracy())
                / 22;
        EpochMetrics first = WHOLE.metrics().getFirst();
        assertEquals(loss, first.value(Tags.TRAIN_LOSS).orElseThrow(), 1e-12);
        assertEquals(accuracy, first.value(Tags.TRAIN_ACCURACY).orElseThrow(), 1e-12);
    }

    /** Two sets of a large network would be gigabytes. */
    @Test
    void allCheckpointsOfARunAreHeldInOneSetOfArrays() {
        List<Checkpoint> saved = new ArrayList<>();
        CheckpointStore store = (checkpoint, _) -> {
            saved.add(checkpoint);
            return "memory";
        };
        try (Session session = new ReferenceBackend().open(SessionSettings.DEFAULT);
                Trainer trainer = new Trainer(PLAN, session, _ -> {}, new CommandQueue(), store)) {
            trainer.start();
        }
        assertTrue(saved.size() > 1, saved.size() + " checkpoints");
        for (Checkpoint later : saved) {
            later.weights()
                    .forEach((name, value) -> assertSame(
                            Objects.requireNonNull(saved.getFirst().weights().get(name))
                                    .values(),
                            value.values(),
                            name));
            later.optimizer()
                    .forEach((name, value) -> assertSame(
                            Objects.requireNonNull(saved.getFirst().optimizer().get(name))
                                    .values(),
                            value.values(),
                            name));
        }
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        SmallRun.Result again = SmallRun.start(PLAN);
        assertEquals(WHOLE.metrics(), again.metrics());
        SmallRun.assertSameValues(WHOLE.last(), again.last());
    }

    @Test
    void changedHyperparametersHoldFromTheNextStepAndSurviveAStop() {
        SmallRun.Result first = SmallRun.run(PLAN, Optional.empty(), new CommandQueue(), (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 4) {
                queue.submit(new TrainingCommand.SetLearningRate(0.5));
                queue.submit(new TrainingCommand.SetWeightDecay(0.25));
                queue.submit(new TrainingCommand.SetMomentum(0.125));
            } else if (event instanceof TrainingEvent.StepCompleted step && step.step() == 5) {
                queue.submit(new TrainingCommand.Stop());
            }
        });
        List<TrainingEvent.StepCompleted> steps = first.events(TrainingEvent.StepCompleted.class);
        assertEquals(0.5, steps.get(4).learningRate(), 1e-12);
        assertNotEquals(0.5, steps.get(3).learningRate());
        assertEquals(
                List.of(
                        new TrainingEvent.HyperparameterChanged(4, "learningRate", 0.5),
                        new TrainingEvent.HyperparameterChanged(4, "weightDecay", 0.25),
                        new TrainingEvent.HyperparameterChanged(4, "momentum", 0.125)),
                first.events(TrainingEvent.HyperparameterChanged.class));
        LiveSettings settings = first.last().progress().settings();
        assertEquals(0.25, settings.weightDecay());
        assertEquals(0.125, settings.momentum());
        SmallRun.Result second = SmallRun.run(PLAN, Optional.of(first.last()), new CommandQueue(), (_, _) -> {});
        double scheduled = PLAN.learningRate().at(6) / PLAN.learningRate().at(5) * 0.5;
        assertEquals(
                scheduled,
                second.events(TrainingEvent.StepCompleted.class).getFirst().learningRate(),
                1e-12);
    }

    @Test
    void aPausedRunDoesSingleStepsAndGoesOnWhenTold() {
        CommandQueue commands = new CommandQueue();
        commands.submit(new TrainingCommand.Pause());
        commands.submit(new TrainingCommand.DoStep());
        commands.submit(new TrainingCommand.DoStep());
        commands.submit(new TrainingCommand.Resume());
        AtomicLong stepsAtResume = new AtomicLong(-1);
        SmallRun.Result result = SmallRun.run(PLAN, Optional.empty(), commands, (event, _) -> {
            if (event instanceof TrainingEvent.RunResumed resumed) {
                stepsAtResume.set(resumed.step());
            }
        });
        assertEquals(2, stepsAtResume.get());
        assertEquals(
                List.of(new TrainingEvent.RunPaused(0), new TrainingEvent.RunPaused(1), new TrainingEvent.RunPaused(2)),
                result.events(TrainingEvent.RunPaused.class),
                "the end of a step that was asked for is told");
        assertEquals(WHOLE.metrics(), result.metrics(), "a pause changes nothing");
    }

    /** The stop is on its way when the command before it asks for the measurement of epoch 1. */
    @Test
    void aStopGivesTheMeasurementUpAndTheResumedRunMakesUpForIt() {
        SmallRun.Result first = SmallRun.run(PLAN, Optional.empty(), new CommandQueue(), (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 3) {
                queue.submit(new TrainingCommand.DoStep());
                queue.submit(new TrainingCommand.Stop());
            }
        });
        assertInstanceOf(TrainingOutcome.Stopped.class, first.outcome());
        assertEquals(List.of(), first.metrics());
        assertEquals(3, first.last().progress().stepInEpoch());
        SmallRun.Result second = SmallRun.run(PLAN, Optional.of(first.last()), new CommandQueue(), (_, _) -> {});
        assertEquals(WHOLE.metrics(), second.metrics());
        SmallRun.assertSameValues(WHOLE.last(), second.last());
    }

    @Test
    void aRateSetAfterAnEpochsLastStepIsNotThatEpochsRateAndAfterTheLastStepNone() {
        SmallRun.Result result = SmallRun.run(PLAN, Optional.empty(), new CommandQueue(), (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() % 3 == 0) {
                queue.submit(new TrainingCommand.SetLearningRate(0.05 + 0.01 * step.step()));
            }
        });
        assertEquals(
                List.of(
                        new TrainingEvent.HyperparameterChanged(3, "learningRate", 0.05 + 0.01 * 3),
                        new TrainingEvent.HyperparameterChanged(6, "learningRate", 0.05 + 0.01 * 6)),
                result.events(TrainingEvent.HyperparameterChanged.class));
        List<TrainingEvent.StepCompleted> steps = result.events(TrainingEvent.StepCompleted.class);
        for (int epoch = 0; epoch < 3; epoch++) {
            assertEquals(
                    steps.get(3 * epoch + 2).learningRate(),
                    result.metrics().get(epoch).value(Tags.LEARNING_RATE).orElseThrow());
        }
    }

    @Test
    void adamHasNoMomentumToChange() {
        CommandQueue commands = new CommandQueue();
        commands.submit(new TrainingCommand.SetMomentum(0.5));
        SmallRun.Result result = SmallRun.run(
                SmallRun.with(PLAN, "optimizer", new Adam(0.9, 0.999, 1e-8)), Optional.empty(), commands, (_, _) -> {});
        assertEquals(List.of(), result.events(TrainingEvent.HyperparameterChanged.class));
    }

    @Test
    void checkpointsAreWrittenAfterEveryEpochAndTheBestIsMarked() {
        assertEquals(3, WHOLE.checkpoints().saved.size());
        double best = -1;
        for (int i = 0; i < 3; i++) {
            double accuracy =
                    WHOLE.metrics().get(i).value(Tags.VALIDATION_ACCURACY).orElseThrow();
            CheckpointKind expected = accuracy > best ? CheckpointKind.BEST : CheckpointKind.LAST;
            assertEquals(expected, WHOLE.checkpoints().kinds.get(i));
            best = Math.max(best, accuracy);
        }
    }

    @Test
    void checkpointsCanBeRarerButTheLastEpochHasOne() {
        TrainingPlan noValidation = SmallRun.with(
                SmallRun.with(PLAN, "checkpointEveryEpochs", 2),
                "data",
                new dev.lamina.data.DataParts(
                        PLAN.data().training(), null, PLAN.data().test()));
        SmallRun.Result result = SmallRun.start(noValidation);
        assertEquals(
                List.of(2, 3),
                result.checkpoints().saved.stream()
                        .map(c -> c.progress().epochsDone())
                        .toList());
        assertEquals(List.of(CheckpointKind.LAST, CheckpointKind.LAST), result.checkpoints().kinds);
    }

    @Test
    void theTestSetCanBeEvaluatedMoreRarelyButTheLastEpochIs() {
        SmallRun.Result rarer = SmallRun.start(SmallRun.with(PLAN, "testEveryEpochs", 2));
        assertEquals(
                List.of(false, true, true),
                rarer.metrics().stream()
                        .map(epoch -> epoch.value(Tags.TEST_ACCURACY).isPresent())
                        .toList());
    }

    @Test
    void aStopRightAfterACheckpointWritesNoSecondOne() {
        SmallRun.Result result = SmallRun.run(PLAN, Optional.empty(), new CommandQueue(), (event, queue) -> {
            if (event instanceof TrainingEvent.CheckpointWritten) {
                queue.submit(new TrainingCommand.Stop());
            }
        });
        assertEquals(1, result.checkpoints().saved.size());
        assertInstanceOf(TrainingOutcome.Stopped.class, result.outcome());
    }
}
