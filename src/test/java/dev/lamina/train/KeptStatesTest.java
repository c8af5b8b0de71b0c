package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.EpochMetrics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptStatesTest {
    private static final TrainingPlan PLAN = SmallRun.plan();
    /** A stop that waits would break the first step off. */
    private static final double STOP = 0.765625;

    /** The run pauses after every step it is told to do, so that each has its state. */
    private static CommandQueue commands(TrainingCommand... commands) {
        CommandQueue queue = new CommandQueue();
        queue.submit(new TrainingCommand.KeepStates(500));
        queue.submit(new TrainingCommand.Pause());
        Stream.of(commands).forEach(queue::submit);
        return queue;
    }

    private static SmallRun.Result run(CommandQueue queue) {
        return SmallRun.run(PLAN, Optional.empty(), queue, (event, commands) -> {
            if (event instanceof TrainingEvent.HyperparameterChanged changed && changed.value() == STOP) {
                commands.submit(new TrainingCommand.Stop());
            }
        });
    }

    private static TrainingCommand[] steps(int count) {
        return Stream.generate(TrainingCommand.DoStep::new).limit(count).toArray(TrainingCommand[]::new);
    }

    private static CommandQueue with(CommandQueue queue, TrainingCommand... more) {
        Stream.of(more).forEach(queue::submit);
        return queue;
    }

    @Test
    void backAndForthAgainGivesTheSameRun() {
        SmallRun.Result straight = SmallRun.start(PLAN);
        CommandQueue queue = commands(steps(7));
        with(queue, new TrainingCommand.GoBack(2), new TrainingCommand.DoStep(), new TrainingCommand.GoBack(0));
        with(queue, new TrainingCommand.Resume());
        SmallRun.Result wandering = run(queue);
        SmallRun.assertSameValues(straight.last(), wandering.last());
        List<EpochMetrics> metrics = wandering.metrics();
        assertEquals(straight.metrics(), metrics.subList(metrics.size() - 3, metrics.size()));
    }

    @Test
    void laterStatesCanBeGoneToUntilTheNextStep() {
        // The fourth does what is due after an epoch of three.
        CommandQueue queue = commands(steps(6));
        with(queue, new TrainingCommand.GoBack(1), new TrainingCommand.GoBack(5), new TrainingCommand.GoBack(2));
        with(queue, new TrainingCommand.DoStep(), new TrainingCommand.GoBack(5), new TrainingCommand.SetMomentum(STOP));
        SmallRun.Result result = run(queue);
        assertEquals(
                List.of(1L, 5L, 2L, 3L),
                result.events(TrainingEvent.WentBack.class).stream()
                        .map(TrainingEvent.WentBack::step)
                        .toList());
        assertEquals(3, result.last().progress().step());
    }

    @Test
    void goingOnFromThereWithAnotherRateIsAnotherRun() {
        CommandQueue queue = commands(steps(6));
        with(queue, new TrainingCommand.GoBack(3), new TrainingCommand.SetLearningRate(0.5));
        with(queue, new TrainingCommand.DoStep(), new TrainingCommand.GoBack(2), new TrainingCommand.SetMomentum(STOP));
        SmallRun.Result result = run(queue);
        List<TrainingEvent.HyperparameterChanged> changes =
                result.events(TrainingEvent.HyperparameterChanged.class).stream()
                        .filter(change -> change.hyperparameter().equals("learningRate"))
                        .toList();
        assertEquals(2, changes.size());
        assertEquals(0.5, changes.getFirst().value(), 1e-12);
        assertEquals(PLAN.learningRate().at(2), changes.getLast().value(), 1e-12);
        assertEquals(1, result.last().progress().settings().learningRateFactor());
    }

    @Test
    void onlyTheNewestAreKept() {
        CommandQueue queue = new CommandQueue();
        queue.submit(new TrainingCommand.KeepStates(2));
        queue.submit(new TrainingCommand.Pause());
        with(queue, steps(4));
        with(queue, new TrainingCommand.GoBack(0), new TrainingCommand.SetMomentum(STOP));
        assertEquals(2, run(queue).last().progress().step());
    }

    @Test
    void withoutStatesThereIsNoWayBack() {
        CommandQueue queue = new CommandQueue();
        queue.submit(new TrainingCommand.GoBack(0));
        SmallRun.Result result = run(queue);
        assertEquals(1, result.events(TrainingEvent.CommandRefused.class).size());
        SmallRun.assertSameValues(SmallRun.start(PLAN).last(), result.last());
        assertTrue(result.events(TrainingEvent.StateKept.class).isEmpty());
    }
}
