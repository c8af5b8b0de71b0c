package dev.lamina.cli;

import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.experiment.RunState;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Follows a run to its end; Ctrl-C or a termination signal stops it in good order. */
final class Training {
    private final Reporter reporter;

    Training(Reporter reporter) {
        this.reporter = reporter;
    }

    /** Starts the run and returns its exit code. */
    int follow(Function<TrainingListener, RunHandle> start) throws InterruptedException {
        CountDownLatch reported = new CountDownLatch(1);
        RunHandle run = start.apply(reporter);
        // A signal makes the virtual machine run this hook; it must not end before the checkpoint is written.
        Thread hook = new Thread(() -> {
            run.stop();
            awaitUninterrupted(reported);
            Runtime.getRuntime().halt(ExitCode.STOPPED);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            RunResult result = run.await();
            reporter.ended(result);
            return exitCode(result.state());
        } finally {
            reported.countDown();
            remove(hook);
        }
    }

    private static int exitCode(RunState state) {
        return switch (state) {
            case FINISHED -> ExitCode.DONE;
            case STOPPED -> ExitCode.STOPPED;
            case CREATED, RUNNING, FAILED -> ExitCode.FAILED;
        };
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The machine is shutting down already; the hook ends it.
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException _) {
                // Only the checkpoint ends this wait.
            }
        }
    }
}
