package dev.lamina.cli;

import dev.lamina.archive.RunState;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import java.util.function.BiFunction;

/**
 * Follows a run to its end; Ctrl-C, a termination signal or the end of its time stops it in good order.
 *
 * @param commands of the run
 */
record Training(Reporter reporter, CommandQueue commands, TimeLimit limit) {
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
