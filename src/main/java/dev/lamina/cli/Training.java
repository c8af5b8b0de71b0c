package dev.lamina.cli;

import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.experiment.RunState;
import java.util.function.Function;

/** Follows a run to its end; Ctrl-C or a termination signal stops it in good order. */
final class Training {
    private final Reporter reporter;

    Training(Reporter reporter) {
        this.reporter = reporter;
    }

    /** Starts the run and returns its exit code. */
    int follow(Function<TrainingListener, RunHandle> start) throws InterruptedException {
        RunHandle run = start.apply(reporter);
        try (StopSignals _ = new StopSignals(run::stop)) {
            RunResult result = run.await();
            reporter.ended(result);
            return exitCode(result.state());
        }
    }

    private static int exitCode(RunState state) {
        return switch (state) {
            case FINISHED -> ExitCode.DONE;
            case STOPPED -> ExitCode.STOPPED;
            case CREATED, RUNNING, FAILED -> ExitCode.FAILED;
        };
    }
}
