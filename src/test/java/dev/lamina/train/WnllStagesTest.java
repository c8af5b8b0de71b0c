package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.Tags;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WnllStagesTest {
    private static final TrainingPlan PLAN = SmallRun.wnllPlan();
    private static final LearningRate SLOW = new LearningRate(1e-3, new CosineSchedule(0.1), new TrainingSpan(1, 2), 9);

    @Test
    void stagesAlternateAndLaterOnesHaveAFifthOfTheRate() {
        TrainingStages stages = PLAN.stages();
        assertEquals(
                List.of(
                        new Stage.Linear(1, 1, 2, 9, 1),
                        new Stage.Wnll(1, 3, 4, 3, 34, 1e-2),
                        new Stage.Linear(2, 5, 6, 9, 0.2),
                        new Stage.Wnll(2, 7, 8, 3, 34, 1e-2 * 0.2)),
                stages.all());
        assertEquals(8, stages.epochs());
        assertEquals(48, stages.steps());
        assertEquals(18 + 6 + 9, stages.stepsBefore(6));
        assertEquals(1, stages.stepInStage(25));
        assertEquals(PLAN.learningRate().at(4), stages.learningRate(4));
        assertEquals(1e-2, stages.learningRate(19));
        assertEquals(0.2 * PLAN.learningRate().at(4), stages.learningRate(28), 1e-12);
        assertEquals(2e-3, stages.learningRate(43), 1e-12);
    }

    @Test
    void everyEpochNamesItsStageAndEveryStageItsBeginning() {
        SmallRun.Result result = SmallRun.start(PLAN);
        List<EpochMetrics> epochs = result.metrics();
        StageLabel linear = new StageLabel("linear", 1);
        StageLabel wnll = new StageLabel("wnll", 2);
        assertEquals(8, epochs.size());
        assertEquals(linear, epochs.get(1).stage());
        assertEquals(wnll, epochs.get(7).stage());
        assertTrue(
                epochs.stream().allMatch(e -> e.value(Tags.WNLL_TEST_ACCURACY).isPresent()));
        assertEquals(
                List.of("linear 1", "wnll 1", "linear 2", "wnll 2"),
                result.events(TrainingEvent.StageStarted.class).stream()
                        .map(e -> e.stage().id() + " " + e.stage().alternation())
                        .toList());
        assertEquals(1e-2, epochs.get(2).value(Tags.LEARNING_RATE).orElseThrow());
    }

    @Test
    void aRunWithOneStageDoesNotSpeakOfStages() {
        SmallRun.Result result = SmallRun.start(SmallRun.plan());
        assertTrue(result.metrics().stream().allMatch(e -> e.stage() == null));
        assertEquals(List.of(), result.events(TrainingEvent.StageStarted.class));
    }

    @Test
    void linearStagesMeasureWnllOnlyWhenAsked() {
        WnllHead head = (WnllHead) PLAN.network().head();
        var silent = new WnllHead(true, head.interpolation(), 2, 0.2, 2, 16, 1e-2, ScoreGradient.SCORES, 0.5, 0);
        List<EpochMetrics> epochs = SmallRun.start(SmallRun.with(PLAN, "network", SmallRun.network(0.2, silent)))
                .metrics();
        assertEquals(
                List.of(3, 4, 7, 8),
                epochs.stream()
                        .filter(e -> e.value(Tags.WNLL_TEST_ACCURACY).isPresent())
                        .map(EpochMetrics::epoch)
                        .toList());
    }

    /**
     * The values after epoch 2 and after epoch 4: the first WNLL stage lies between. The linear stage hardly learns, for
     * classes apart already are interpolated without an error that could move anything.
     */
    @Test
    void aWnllStageTrainsTheBufferBlockAlone() {
        SmallRun.Result result = SmallRun.start(SmallRun.with(PLAN, "learningRate", SLOW));
        Checkpoint before = at(result, 2);
        Checkpoint after = at(result, 4);
        before.weights().forEach((name, value) -> {
            boolean buffer = name.startsWith("head/buffer/");
            assertEquals(
                    buffer,
                    !java.util.Arrays.equals(
                            value.values(), after.weights().get(name).values()),
                    name);
        });
    }

    private static Checkpoint at(SmallRun.Result result, int epochsDone) {
        return result.checkpoints().saved.stream()
                .filter(c -> c.progress().epochsDone() == epochsDone)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBestEpochIsChosenByWnllsValidationAccuracy() {
        SmallRun.Result result = SmallRun.start(PLAN);
        double best = result.metrics().stream()
                .mapToDouble(e -> e.value(Tags.WNLL_VALIDATION_ACCURACY).orElseThrow())
                .max()
                .orElseThrow();
        assertEquals(best, result.last().progress().best().validationAccuracy());
    }

    @Test
    void everyStageBeginsWithAnOptimizerThatRemembersNothing() {
        CommandQueue commands = new CommandQueue();
        SmallRun.Result stopped = SmallRun.run(PLAN, Optional.empty(), commands, (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 19) {
                queue.submit(new TrainingCommand.Stop());
            }
        });
        Map<String, HostTensor> optimizer = stopped.last().optimizer();
        assertArrayEquals(
                new float[12], optimizer.get("head/logits.weight#velocity").values());
        HostTensor buffer = optimizer.get("head/buffer/linear.weight#velocity");
        boolean remembers = false;
        for (float value : buffer.values()) {
            remembers |= value != 0;
        }
        assertTrue(remembers);
    }

    /** A stop that comes while a stage begins is obeyed before its first step. */
    @Test
    void aStopAtTheChangeOfStagesLeavesACheckpointOfIt() {
        SmallRun.Result stopped = SmallRun.run(PLAN, Optional.empty(), new CommandQueue(), (event, queue) -> {
            if (event instanceof TrainingEvent.CheckpointWritten written && written.epoch() == 2) {
                queue.submit(new TrainingCommand.Stop());
            }
        });
        TrainingOutcome.Stopped outcome = assertInstanceOf(TrainingOutcome.Stopped.class, stopped.outcome());
        assertEquals(18, outcome.progress().step());
        assertEquals(18, stopped.last().progress().step());
    }

    @Test
    void whatCannotBeTrainedIsRefusedWithARemedy() {
        var stopping = Optional.of(new EarlyStopping(1, 0));
        String early = assertThrows(BadInputException.class, () -> with("earlyStopping", stopping))
                .getMessage();
        assertTrue(early.startsWith("training.earlyStopping: "), early);
        var few = new dev.lamina.data.DataParts(SmallRun.images(10, 1), null, SmallRun.images(9, 2));
        String small =
                assertThrows(BadInputException.class, () -> with("data", few)).getMessage();
        assertTrue(small.startsWith("head.interpolation.neighbors: "), small);
        assertFalse(small.contains("\n"));
    }

    private static TrainingPlan with(String component, Object value) throws Throwable {
        try {
            return SmallRun.with(PLAN, component, value);
        } catch (IllegalStateException e) {
            throw e.getCause() == null || e.getCause().getCause() == null
                    ? e
                    : e.getCause().getCause();
        }
    }
}
