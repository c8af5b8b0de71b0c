package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final CommandQueue commands = new CommandQueue();
    private final List<TrainingEvent> told = new ArrayList<>();

    @Test
    void everyQuestionAfterItsTimeIsASignOfLife() {
        Pulse pulse = new Pulse(commands, told::add, 0);
        assertFalse(pulse.stopWaiting());
        assertFalse(pulse.beat());
        assertEquals(List.of(new TrainingEvent.WorkContinued(), new TrainingEvent.WorkContinued()), told);
    }

    @Test
    void thereAreNoMoreThanAreUseful() {
        Pulse pulse = new Pulse(commands, told::add, HOUR_NANOS);
        for (int i = 0; i < 1000; i++) {
            pulse.stopWaiting();
            pulse.beat();
        }
        assertEquals(List.of(), told);
    }

    @Test
    void workThatIsFinishedWhateverWaitsOnlyBeats() {
        Pulse pulse = new Pulse(commands, told::add, HOUR_NANOS);
        commands.submit(new TrainingCommand.Stop());
        assertFalse(pulse.beat());
        assertTrue(pulse.stopWaiting());
    }
}
