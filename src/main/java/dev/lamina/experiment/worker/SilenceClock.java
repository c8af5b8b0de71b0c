package dev.lamina.experiment.worker;

import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;

/**
 * Measures how long a worker has said nothing; while it is paused nothing is to be said, and while it reads data or compiles
 * kernels it may take its time. Safe for several threads.
 */
final class SilenceClock {
    /** A driver that compiles a batch of kernels says nothing before the last one is done, and data may be many. */
    private static final double PREPARING_SECONDS = 1800;

    /** Whoever looks so seldom was halted itself, and the worker's words may be waiting. */
    private static final long BETWEEN_LOOKS_NANOS = 5_000_000_000L;

    private enum Doing {
        PREPARING,
        WORKING,
        COMPILING,
        WAITING
    }

    private long lastNanos = System.nanoTime();
    private long lookedNanos = lastNanos;
    private Doing doing = Doing.PREPARING;

    synchronized void heard(TrainingEvent event) {
        if (event instanceof TrainingEvent.CommandRefused) {
            // By the thread that reads commands.
            return;
        }
        lastNanos = System.nanoTime();
        doing = switch (event) {
            case TrainingEvent.RunPaused _ -> Doing.WAITING;
            case TrainingEvent.RunStarted _, TrainingEvent.RunResumed _ -> Doing.WORKING;
            case TrainingEvent.KernelsCompiled kernels -> kernels.complete() ? Doing.WORKING : Doing.COMPILING;
            // The next run of a sweep.
            case TrainingEvent.RunFinished _, TrainingEvent.RunStopped _, TrainingEvent.RunFailed _ -> Doing.PREPARING;
            default -> doing == Doing.COMPILING ? Doing.WORKING : doing;
        };
    }

    /** A command is a reason to say something from now on. */
    synchronized void told(TrainingCommand command) {
        lastNanos = System.nanoTime();
        if (doing == Doing.WAITING && isToGoOn(command)) {
            doing = Doing.WORKING;
        }
    }

    private static boolean isToGoOn(TrainingCommand command) {
        return command instanceof TrainingCommand.Resume
                || command instanceof TrainingCommand.DoStep
                || command instanceof TrainingCommand.DoEpoch
                || command instanceof TrainingCommand.Stop;
    }

    /** Whether it has been silent for longer than it may; to be asked every second or so. */
    synchronized boolean exceeds(double limitSeconds) {
        long now = System.nanoTime();
        if (now - lookedNanos > BETWEEN_LOOKS_NANOS) {
            lastNanos = now;
        }
        lookedNanos = now;
        return seconds()
                > switch (doing) {
                    case PREPARING, COMPILING -> Math.max(limitSeconds, PREPARING_SECONDS);
                    case WORKING, WAITING -> limitSeconds;
                };
    }

    synchronized double seconds() {
        return doing == Doing.WAITING ? 0 : (System.nanoTime() - lastNanos) * 1e-9;
    }
}
