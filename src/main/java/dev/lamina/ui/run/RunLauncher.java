package dev.lamina.ui.run;

import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.ProbeRequest;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.CheckpointChoice;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.ProbeReport;
import dev.lamina.experiment.RunHandle;
import dev.lamina.probe.ProbeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

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

    /**
     * Measures the last checkpoint of a run that is not at work, in this process; the reading is kept with the run.
     *
     * @param probe its type
     * @throws dev.lamina.tensor.BadInputException if the run has no checkpoint or the probe does not fit it
     */
    ReadingMeasured measure(Path folder, String probe);

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

            @Override
            public ReadingMeasured measure(Path folder, String probe) {
                ProbeSettings settings = ProbeRequest.read(probe, List.of());
                return ProbeReport.of(StoredRun.in(folder), settings, CheckpointChoice.LAST, where, OptionalInt.empty())
                        .reading();
            }
        };
    }
}
