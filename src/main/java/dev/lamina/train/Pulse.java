package dev.lamina.train;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;

/**
 * Tells now and then that the training thread gets on. It is felt where the thread asks whether a stop is waiting: between
 * the operations of a step, of an evaluation, of a measurement, of a scaling, the iterations of an interpolation. A thread beside it could only tell that
 * the process is there.
 */
final class Pulse {
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final long everyNanos;
    private final CommandQueue commands;
    private final TrainingListener listener;
    private long toldNanos = System.nanoTime();

    Pulse(CommandQueue commands, TrainingListener listener) {
        this(commands, listener, EVERY_NANOS);
    }

    Pulse(CommandQueue commands, TrainingListener listener, long everyNanos) {
        this.everyNanos = everyNanos;
        this.commands = commands;
        this.listener = listener;
    }

    /** Whether a stop is waiting; the question is a sign of life. */
    boolean stopWaiting() {
        beat();
        return commands.stopWaiting();
    }

    /** A sign of life in work that is finished whatever waits: never true, for where a stop is asked about. */
    boolean beat() {
        long now = System.nanoTime();
        if (now - toldNanos >= everyNanos) {
            toldNanos = now;
            listener.on(new TrainingEvent.WorkContinued());
        }
        return false;
    }
}
