package dev.lamina.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandQueueTest {
    private static final TrainingCommand.Measure MEASURE = new TrainingCommand.Measure("a", "\"filters\"");

    private final CommandQueue commands = new CommandQueue();
    private final List<TrainingCommand> beside = new ArrayList<>();

    static List<TrainingCommand> sayingWhereToStand() {
        return List.of(
                new TrainingCommand.Stop(),
                new TrainingCommand.Pause(),
                new TrainingCommand.DoStep(),
                new TrainingCommand.DoEpoch());
    }

    static List<TrainingCommand> sayingNothingOfIt() {
        return List.of(
                new TrainingCommand.Resume(),
                new TrainingCommand.SetLearningRate(0.1),
                new TrainingCommand.SetWeightDecay(0.1),
                new TrainingCommand.SetMomentum(0.1));
    }

    @ParameterizedTest
    @MethodSource("sayingNothingOfIt")
    void aCommandToMeasurePassesByThoseThatLeaveTheNetworkAsItIs(TrainingCommand waiting) {
        commands.submit(waiting);
        commands.measureBeside(beside::add);
        commands.submit(MEASURE);
        commands.submit(waiting);
        commands.submit(MEASURE);
        assertEquals(List.of(MEASURE, MEASURE), beside);
        assertEquals(Optional.of(waiting), commands.poll());
        assertEquals(Optional.of(waiting), commands.poll());
        assertEquals(Optional.empty(), commands.poll());
    }

    @ParameterizedTest
    @MethodSource("sayingWhereToStand")
    void aCommandToMeasureWaitsForThoseThatSayWhereToStand(TrainingCommand before) {
        commands.measureBeside(beside::add);
        commands.submit(before);
        commands.submit(MEASURE);
        commands.measureBeside(beside::add);
        commands.submit(MEASURE);
        assertEquals(Optional.of(before), commands.poll());
        commands.submit(MEASURE);
        assertEquals(List.of(), beside, "nor is it answered before another one");
        assertEquals(Optional.of(MEASURE), commands.poll());
    }

    /** Obeyed is not done: the one who answers beside says when. */
    @Test
    void aCommandToMeasureWaitsUntilWhatWasObeyedIsDone() {
        commands.measureBeside(beside::add);
        commands.submit(new TrainingCommand.DoStep());
        commands.poll();
        commands.submit(MEASURE);
        assertEquals(List.of(), beside);
        commands.poll();
        commands.measureBeside(beside::add);
        commands.submit(MEASURE);
        assertEquals(List.of(MEASURE), beside);
        commands.measureInTurn();
        commands.submit(MEASURE);
        assertEquals(1, beside.size());
        assertEquals(Optional.of(MEASURE), commands.poll());
    }
}
