package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.experiment.worker.Runs;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Runs one after the other, until a stop from another thread ends the one that goes on and keeps others from starting. */
final class RunSequence {
    private final DataLocation where;
    private volatile @Nullable RunHandle current;
    private volatile boolean stopped;

    RunSequence(DataLocation where) {
        this.where = where;
    }

    DataLocation where() {
        return where;
    }

    void stop() {
        stopped = true;
        RunHandle running = current;
        if (running != null) {
            running.stop();
        }
    }

    /** @throws CancellationException after a stop */
    void requireGoingOn() {
        if (stopped) {
            throw new CancellationException("stopped");
        }
    }

    /** Does a run, or the rest of it, to its end. */
    RunResult run(ExperimentConfig config, Path folder, TrainingListener listener) throws InterruptedException {
        requireGoingOn();
        RunHandle run = Runs.byBackend(where).startOrGoOn(config, folder, listener);
        current = run;
        if (stopped) {
            run.stop();
        }
        try {
            return run.await();
        } finally {
            current = null;
        }
    }
}
