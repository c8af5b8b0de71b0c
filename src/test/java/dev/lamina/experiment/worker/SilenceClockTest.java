package dev.lamina.experiment.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.message.Message;
import org.junit.jupiter.api.Test;

class SilenceClockTest {
    private static final double LIMIT_SECONDS = 0.02;

    private static final TrainingEvent STARTED = new TrainingEvent.RunStarted(
            TrainingEvent.PROTOCOL, "n", "runs/n", 15, 79, 0, 10_000, 272_474, "cpu", "oneDNN", 1);

    private final SilenceClock clock = new SilenceClock();

    @Test
    void silenceIsTooLongAfterItsLimitAndNotBefore() throws Exception {
        clock.heard(STARTED);
        assertFalse(clock.exceeds(60));
        Thread.sleep(50);
        assertTrue(clock.exceeds(LIMIT_SECONDS));
    }

    @Test
    void whileKernelsAreCompiledSilenceIsNotTooLong() throws Exception {
        clock.heard(new TrainingEvent.KernelsCompiled(3, 180));
        Thread.sleep(50);
        assertFalse(clock.exceeds(LIMIT_SECONDS));
    }

    @Test
    void whenTheLastKernelIsCompiledTheLimitHoldsAgain() throws Exception {
        clock.heard(new TrainingEvent.KernelsCompiled(3, 180));
        clock.heard(new TrainingEvent.KernelsCompiled(180, 180));
        Thread.sleep(50);
        assertTrue(clock.exceeds(LIMIT_SECONDS));
    }

    @Test
    void whileARunIsPausedSilenceIsNotTooLong() throws Exception {
        clock.heard(new TrainingEvent.RunPaused(1));
        Thread.sleep(50);
        assertFalse(clock.exceeds(LIMIT_SECONDS));
    }

    @Test
    void beforeARunAndBetweenTheRunsOfASweepSilenceIsNotTooLong() throws Exception {
        Thread.sleep(50);
        assertFalse(clock.exceeds(LIMIT_SECONDS));
        clock.heard(STARTED);
        clock.heard(new TrainingEvent.RunFinished(1, 79, 1, null));
        Thread.sleep(50);
        assertFalse(clock.exceeds(LIMIT_SECONDS));
    }

    @Test
    void aPausedRunThatIsToldToGoOnMustSaySomething() throws Exception {
        clock.heard(STARTED);
        clock.heard(new TrainingEvent.RunPaused(1));
        clock.told(new TrainingCommand.DoStep());
        Thread.sleep(50);
        assertTrue(clock.exceeds(LIMIT_SECONDS));
    }

    @Test
    void aRefusedCommandIsNoSignOfLife() throws Exception {
        clock.heard(STARTED);
        Thread.sleep(50);
        clock.heard(new TrainingEvent.CommandRefused(null, "null", Message.of("event.noObject")));
        assertTrue(clock.exceeds(LIMIT_SECONDS));
    }
}
