package dev.lamina.experiment.worker;

import dev.lamina.event.TrainingEvent;

/** Measures how long a worker has said nothing; while it is paused nothing is to be said. Safe for several threads. */
final class SilenceClock {
    private long lastNanos = System.nanoTime();
    private boolean paused;

    synchronized void heard(TrainingEvent event) {
        lastNanos = System.nanoTime();
        paused = switch (event) {
            case TrainingEvent.RunPaused _ -> true;
            case TrainingEvent.RunResumed _ -> false;
            default -> paused;
        };
    }

    /** A command is a reason to say something from now on. */
    synchronized void told() {
        lastNanos = System.nanoTime();
    }

    synchronized double seconds() {
        return paused ? 0 : (System.nanoTime() - lastNanos) * 1e-9;
    }
}
