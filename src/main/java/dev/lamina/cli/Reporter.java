package dev.lamina.cli;

import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunResult;

/** Shows a training: events while it runs, then its result. */
interface Reporter extends TrainingListener {
    void ended(RunResult result);
}
