package dev.lamina.experiment;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A run on a thread of its own in this process. */
final class TrainingThread implements RunHandle {
    private final CommandQueue commands;
    private final FutureTask<RunResult> task;

    private TrainingThread(CommandQueue commands, FutureTask<RunResult> task) {
        this.commands = commands;
        this.task = task;
    }

    static RunHandle launch(CommandQueue commands, Callable<RunResult> work) {
        FutureTask<RunResult> task = new FutureTask<>(work);
        new Thread(task, "training").start();
        return new TrainingThread(commands, task);
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
