package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.metric.EpochMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stop that comes in the middle of a step, when the step has changed values already. */
class BrokenOffStepTest {
    private static final TrainingPlan PLAN = SmallRun.plan();

    /** There are 3 steps an epoch, and a checkpoint after each epoch. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 2", "4, 3", "5, 5"})
    void aStepIsBrokenOffWhereItCanBeTakenBackAndFinishedElsewhere(int stopDuring, int stepsDone) {
        CommandQueue commands = new CommandQueue();
        HookedBackend.Hook stopAt = (step, _) -> {
            if (step == stopDuring) {
                commands.submit(new TrainingCommand.Stop());
            }
        };
        SmallRun.Result first = SmallRun.run(new HookedBackend(stopAt), PLAN, Optional.empty(), commands, (_, _) -> {});
        TrainingOutcome.Stopped stopped = assertInstanceOf(TrainingOutcome.Stopped.class, first.outcome());
        assertEquals(stepsDone, stopped.progress().step());
        SmallRun.Result second = SmallRun.run(PLAN, Optional.of(first.last()), new CommandQueue(), (_, _) -> {});
        SmallRun.Result whole = SmallRun.start(PLAN);
        List<EpochMetrics> joined = new ArrayList<>(first.metrics());
        joined.addAll(second.metrics());
        assertEquals(whole.metrics(), joined);
        SmallRun.assertSameValues(whole.last(), second.last());
    }
}
