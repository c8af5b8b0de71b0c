package dev.lamina.experiment;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A run that a thread of its own does, or follows elsewhere; commands wait in its queue. */
public final class RunTask implements RunHandle {
    private final CommandQueue commands;
    private final FutureTask<RunResult> task;

    private RunTask(CommandQueue commands, FutureTask<RunResult> task) {
        this.commands = commands;
        this.task = task;
    }

    /** Begins the work on a new thread. */
    public static RunHandle launch(Thread.Builder thread, CommandQueue commands, Callable<RunResult> work) {
        FutureTask<RunResult> task = new FutureTask<>(work);
        thread.start(task);
        return new RunTask(commands, task);
    }

    @Override
    public void submit(TrainingCommand command) {
        commands.submit(command);
    }

    @Override
    public boolean ended() {
        return task.isDone();
    }

    @Override
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
