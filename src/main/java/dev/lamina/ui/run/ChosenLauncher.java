package dev.lamina.ui.run;

import dev.lamina.archive.RunStore;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.Backends;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.worker.WorkerRun;
import dev.lamina.experiment.worker.WorkerSettings;
import dev.lamina.ui.fx.TrainingProcess;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Trains on the CPU in this process, and everywhere else in a process of its own; there always, if so preferred. */
public final class ChosenLauncher implements RunLauncher {
    private static final String IN_THIS_PROCESS = "cpu";
    private static final double SECONDS_PER_MINUTE = 60;

    private final Supplier<DataLocation> where;
    private final Supplier<TrainingProcess> preference;

    /** Asks at each start where the data and the training are to be. */
    public ChosenLauncher(Supplier<DataLocation> where, Supplier<TrainingProcess> preference) {
        this.where = where;
        this.preference = preference;
    }

    @Override
    public RunHandle start(ExperimentConfig config, Path folder, TrainingListener listener, CommandQueue commands) {
        return trainsHere(config)
                ? RunLauncher.inThisProcess(where.get()).start(config, folder, listener, commands)
                : WorkerRun.start(config, folder, where.get(), listener, commands, settings());
    }

    @Override
    public RunHandle resume(Path folder, TrainingListener listener, CommandQueue commands) {
        return trainsHere(RunStore.open(folder).config())
                ? RunLauncher.inThisProcess(where.get()).resume(folder, listener, commands)
                : WorkerRun.resume(folder, where.get(), listener, commands, settings());
    }

    @Override
    public ReadingMeasured measure(Path folder, String probe) {
        return RunLauncher.inThisProcess(where.get()).measure(folder, probe);
    }

    private boolean trainsHere(ExperimentConfig config) {
        return switch (preference.get().place()) {
            case BY_BACKEND -> Backends.deciding(config).id().equals(IN_THIS_PROCESS);
            case OWN_PROCESS -> false;
        };
    }

    private WorkerSettings settings() {
        return new WorkerSettings(preference.get().silenceMinutes() * SECONDS_PER_MINUTE);
    }
}
