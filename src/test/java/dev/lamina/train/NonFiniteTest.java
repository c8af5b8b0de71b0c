package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.message.Message;
import dev.lamina.tensor.HostTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonFiniteTest {
    private static final TrainingPlan PLAN = SmallRun.plan();

    private static Checkpoint checkpoint() {
        CommandQueue commands = new CommandQueue();
        return SmallRun.run(PLAN, Optional.empty(), commands, (event, queue) -> {
                    if (event instanceof TrainingEvent.StepCompleted step && step.step() == 4) {
                        queue.submit(new TrainingCommand.Stop());
                    }
                })
                .last();
    }

    /** The run as it goes on from a checkpoint in which one tensor was replaced by value and, in its second half, −value. */
    private static SmallRun.Result spoiled(String name, float value) {
        Checkpoint sound = checkpoint();
        Map<String, HostTensor> weights = new HashMap<>(sound.weights());
        HostTensor tensor = HostTensor.filled(weights.get(name).shape(), value);
        for (int i = tensor.values().length / 2; i < tensor.values().length; i++) {
            tensor.values()[i] = -value;
        }
        weights.put(name, tensor);
        Checkpoint spoiled = new Checkpoint(sound.progress(), weights, sound.optimizer());
        return SmallRun.run(PLAN, Optional.of(spoiled), new CommandQueue(), (_, _) -> {});
    }

    @Test
    void aSpoiledParameterIsNamedWithItsLayer() {
        SmallRun.Result result = spoiled("block/norm.shift", Float.NaN);
        TrainingOutcome.NonFinite outcome = assertInstanceOf(TrainingOutcome.NonFinite.class, result.outcome());
        assertEquals(new NonFinitePlace("block/norm", Message.of("train.parameter", "shift")), outcome.place());
        assertEquals(5, outcome.step());
        assertEquals(
                List.of(new TrainingEvent.NonFiniteFound(2, 5, "block/norm", Message.of("train.parameter", "shift"))),
                result.events(TrainingEvent.NonFiniteFound.class));
    }

    @Test
    void aLayerWhoseOutputOverflowsIsNamedThoughItsParametersAreFinite() {
        SmallRun.Result result = spoiled("head/logits.weight", 3e38f);
        TrainingOutcome.NonFinite outcome = assertInstanceOf(TrainingOutcome.NonFinite.class, result.outcome());
        assertEquals(new NonFinitePlace("head/logits", Message.of("train.output")), outcome.place());
    }

    /** The rate is set beyond all bounds after step 4; the replay must take the same rate to find the same place. */
    @Test
    void aRunawayRateIsFoundByReplayingTheStepsSinceTheCheckpoint() {
        SmallRun.Result result = SmallRun.run(PLAN, Optional.empty(), new CommandQueue(), (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 4) {
                queue.submit(new TrainingCommand.SetLearningRate(1e38));
            }
        });
        TrainingOutcome.NonFinite outcome = assertInstanceOf(TrainingOutcome.NonFinite.class, result.outcome());
        assertEquals(6, outcome.step());
        assertEquals("block/conv", outcome.place().layer());
        assertTrue(result.last().weights().values().stream()
                .allMatch(t -> java.util.stream.IntStream.range(0, t.values().length)
                        .allMatch(i -> Float.isFinite(t.values()[i]))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anEpochsLastUpdateThatSpoilsTheParametersLeavesNoCheckpoint(int testEveryEpochs) {
        TrainingPlan plan = SmallRun.with(PLAN, "testEveryEpochs", testEveryEpochs);
        SmallRun.Result result = SmallRun.run(plan, Optional.empty(), new CommandQueue(), (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == 5) {
                queue.submit(new TrainingCommand.SetLearningRate(1e300));
            }
        });
        TrainingOutcome.NonFinite outcome = assertInstanceOf(TrainingOutcome.NonFinite.class, result.outcome());
        assertEquals(6, outcome.step());
        assertEquals(1, result.last().progress().epochsDone());
    }
}
