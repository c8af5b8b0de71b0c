package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.experiment.worker.Runs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a folder of their own, followed on a thread that stands for the screen's. */
abstract class RunsOnAScreen {
    final ExecutorService screen = Executors.newSingleThreadExecutor();
    final RunViewModel runs = new RunViewModel(() -> Runs.byBackend(DataLocation.standard(null)), screen::execute);

    @TempDir
    Path folder;

    @AfterEach
    void endTheScreen() {
        screen.shutdownNow();
    }

    void on(Runnable work) throws Exception {
        screen.submit(work).get();
    }

    <T> T ask(Callable<T> question) throws Exception {
        return screen.submit(question).get();
    }

    long steps() {
        var step = runs.latestStep();
        return step == null ? 0 : step.step();
    }

    /** Waits until something is so, at most a minute. */
    void await(RunViewModel followed, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!ask(condition::getAsBoolean)) {
            assertTrue(
                    System.nanoTime() < end,
                    () -> "not so within a minute: " + followed.stateProperty().get() + " "
                            + followed.messageProperty().get());
            Thread.sleep(5);
        }
    }
}
