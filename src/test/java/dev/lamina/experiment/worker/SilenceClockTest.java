package dev.lamina.experiment.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.TrainingEvent;
import org.junit.jupiter.api.Test;

class SilenceClockTest {
    private static final double LIMIT_SECONDS = 0.02;

    private final SilenceClock clock = new SilenceClock();

    @Test
    void silenceIsTooLongAfterItsLimitAndNotBefore() throws Exception {
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
}
