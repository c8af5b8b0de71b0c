package dev.lamina.cli;

import dev.lamina.archive.RunState;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import java.util.function.BiFunction;

/** Follows a run to its end; Ctrl-C, a termination signal or the end of its time stops it in good order. */
final class Training {
    private final Reporter reporter;
    private final CommandQueue commands;
    private final TimeLimit limit;

    /** @param commands of the run */
    Training(Reporter reporter, CommandQueue commands, TimeLimit limit) {
        this.reporter = reporter;
        this.commands = commands;
        this.limit = limit;
    }

    /** Starts the run and returns its exit code. */
    int follow(BiFunction<TrainingListener, CommandQueue, RunHandle> start) throws InterruptedException {
        try (StopSignals _ = new StopSignals(this::stop);
                TimeLimit.Clock _ = limit.begin(() -> stop(StopCause.TIME_LIMIT))) {
            RunResult result = start.apply(reporter, commands).await();
            reporter.ended(result);
            return exitCode(result.state());
        }
    }

    private void stop(StopCause cause) {
        commands.submit(new TrainingCommand.Stop());
        reporter.stopping(cause);
    }

    private static int exitCode(RunState state) {
        return switch (state) {
            case FINISHED -> ExitCode.DONE;
            case STOPPED -> ExitCode.STOPPED;
            case CREATED, RUNNING, FAILED -> ExitCode.FAILED;
        };
    }
}
