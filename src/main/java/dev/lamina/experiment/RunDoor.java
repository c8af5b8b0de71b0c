package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingListener;
import java.nio.file.Path;

/** Where single runs are done: by the calling thread, or in a process of their own. */
public interface RunDoor {
    /**
     * Starts a run that is not there yet, goes on with one that has not finished, leaves a finished one alone, and waits for
     * its end.
     *
     * @throws dev.lamina.tensor.BadInputException if it cannot be taken up
     */
    RunResult startOrGoOn(ExperimentConfig config, Path folder, TrainingListener listener, CommandQueue commands)
            throws InterruptedException;
}
