package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RunStateTest {
    @Test
    void anActiveRunCanAlwaysEndAndAnEndedOneOnlyBegin() {
        for (RunState state : RunState.values()) {
            if (state.active()) {
                assertTrue(state.next().contains(RunState.FAILED), state.name());
            } else {
                assertTrue(state.next().contains(RunState.STARTING), state.name());
                assertTrue(state.next().stream().noneMatch(next -> next.active() && next != RunState.STARTING));
            }
        }
    }

    @Test
    void aTransitionThatMakesNoSenseIsRefused() {
        assertThrows(IllegalStateException.class, () -> RunState.IDLE.to(RunState.PAUSED));
        assertThrows(IllegalStateException.class, () -> RunState.STOPPING.to(RunState.RUNNING));
        assertEquals(RunState.PAUSED, RunState.RUNNING.to(RunState.PAUSED));
    }
}
