package dev.lamina.experiment;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A run on its own thread, for those who wait for it and those who steer it. */
public final class RunHandle {
    private final CommandQueue commands;
    private final FutureTask<RunResult> task;

    private RunHandle(CommandQueue commands, FutureTask<RunResult> task) {
        this.commands = commands;
        this.task = task;
    }

    static RunHandle launch(CommandQueue commands, Callable<RunResult> work) {
        FutureTask<RunResult> task = new FutureTask<>(work);
        new Thread(task, "training").start();
        return new RunHandle(commands, task);
    }

    /** Hands a command over; it is obeyed between two steps. */
    public void submit(TrainingCommand command) {
        commands.submit(command);
    }

    /** Asks the run to finish its step, write a checkpoint and end. */
    public void stop() {
        submit(new TrainingCommand.Stop());
    }

    public boolean ended() {
        return task.isDone();
    }

    /**
     * Waits for the end.
     *
     * @throws dev.lamina.tensor.BadInputException if the configuration, the data or the folder cannot be used
     * @throws InterruptedException if this thread is interrupted; the run goes on
     */
    public RunResult await() throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
