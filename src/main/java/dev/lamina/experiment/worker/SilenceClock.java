package dev.lamina.experiment.worker;

import dev.lamina.event.TrainingEvent;

/**
 * Measures how long a worker has said nothing; while it is paused nothing is to be said, and while it compiles kernels it
 * may take its time. Safe for several threads.
 */
final class SilenceClock {
    /** A driver that compiles a batch of kernels says nothing before the last one is done. */
    private static final double COMPILING_SECONDS = 1800;

    private long lastNanos = System.nanoTime();
    private boolean paused;
    private boolean compiling;

    synchronized void heard(TrainingEvent event) {
        lastNanos = System.nanoTime();
        paused = switch (event) {
            case TrainingEvent.RunPaused _ -> true;
            case TrainingEvent.RunResumed _ -> false;
            default -> paused;
        };
        compiling = event instanceof TrainingEvent.KernelsCompiled kernels && !kernels.complete();
    }

    /** A command is a reason to say something from now on. */
    synchronized void told() {
        lastNanos = System.nanoTime();
    }

    /** Whether it has been silent for longer than it may. */
    synchronized boolean exceeds(double limitSeconds) {
        return seconds() > (compiling ? Math.max(limitSeconds, COMPILING_SECONDS) : limitSeconds);
    }

    synchronized double seconds() {
        return paused ? 0 : (System.nanoTime() - lastNanos) * 1e-9;
    }
}
