package dev.lamina.cli;

import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunResult;

/** Shows a training: events while it runs, then its result. */
interface Reporter extends TrainingListener {
    /** The run was asked to stop from outside; called on any thread. */
    void stopping(StopCause cause);

    void ended(RunResult result);
}
