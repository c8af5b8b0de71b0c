package dev.lamina.experiment;

import dev.lamina.event.TrainingCommand;

/** A run that goes on elsewhere, on a thread or in a process of its own, for those who wait for it and those who steer it. */
public interface RunHandle {
    /** Hands a command over; it is obeyed between two steps, one to measure at once where that can be. */
    void submit(TrainingCommand command);

    /** Asks the run to finish its step, write a checkpoint and end. */
    default void stop() {
        submit(new TrainingCommand.Stop());
    }

    boolean ended();

    /**
     * Waits for the end.
     *
     * @throws dev.lamina.tensor.BadInputException if the configuration, the data or the folder cannot be used
     * @throws InterruptedException if this thread is interrupted; the run goes on
     */
    RunResult await() throws InterruptedException;
}
