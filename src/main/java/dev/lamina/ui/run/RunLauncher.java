package dev.lamina.ui.run;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunHandle;
import java.nio.file.Path;

/** Where trainings go on: in this process or in another; who follows one cannot tell the difference. */
public interface RunLauncher {
    /**
     * Starts a run and returns at once.
     *
     * @param commands what waits there is obeyed before the first step
     */
    RunHandle start(ExperimentConfig config, Path folder, TrainingListener listener, CommandQueue commands);

    /** Goes on with a run that was stopped or failed. */
    RunHandle resume(Path folder, TrainingListener listener, CommandQueue commands);

    /** On a thread of this process. */
    static RunLauncher inThisProcess(DataLocation where) {
        return new RunLauncher() {
            @Override
            public RunHandle start(
                    ExperimentConfig config, Path folder, TrainingListener listener, CommandQueue commands) {
                return Experiment.start(config, folder, where, listener, commands);
            }

            @Override
            public RunHandle resume(Path folder, TrainingListener listener, CommandQueue commands) {
                return Experiment.resume(folder, where, listener, commands);
            }
        };
    }
}
