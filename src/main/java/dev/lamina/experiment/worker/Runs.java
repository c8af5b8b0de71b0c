package dev.lamina.experiment.worker;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.ProbeRequest;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.Backends;
import dev.lamina.experiment.CheckpointChoice;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.ProbeReport;
import dev.lamina.experiment.RunDoor;
import dev.lamina.experiment.RunHandle;
import dev.lamina.launch.BackendJvm;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * The front door of every run, for window, command line and reproductions: it alone decides whether a run goes on in a
 * thread of this process or in another process, the one that its device needs or one of its own.
 *
 * @param data where data sets are
 * @param silenceSeconds after which another process that says nothing counts as hung and is ended; pauses, the time before
 *     the run starts and the compilation of kernels aside; above 0
 */
public record Runs(DataLocation data, RunPlace place, double silenceSeconds) {
    private static final double DEFAULT_SILENCE_SECONDS = 60;

    public Runs {
        if (!(silenceSeconds > 0)) {
            throw new IllegalArgumentException("silenceSeconds must be above 0, got " + silenceSeconds);
        }
    }

    /** Runs in this process wherever their backend can. */
    public static Runs byBackend(DataLocation data) {
        return new Runs(data, RunPlace.BY_BACKEND, DEFAULT_SILENCE_SECONDS);
    }

    /**
     * Starts a run, or the runs of a sweep, and returns at once; {@link RunHandle#await} tells how it ended.
     *
     * @param folder as {@link Experiment#requireStartable} demands
     * @param listener is told everything on a thread of the run's
     * @param commands what waits there is obeyed before the first step; where nothing waits, the run begins to train
     */
    public RunHandle start(ExperimentConfig config, Path folder, TrainingListener listener, CommandQueue commands) {
        return isHere(config)
                ? Experiment.start(config, folder, data, listener, commands, elsewhere())
                : new WorkerRun(data, silenceSeconds).start(config, folder, listener, commands);
    }

    /**
     * Starts a single run in this process, with the weights of another run's last checkpoint where name and shape are the
     * same.
     *
     * @param earlier folder of the other run
     * @throws BadInputException if the backend needs a process of its own
     */
    public RunHandle startWithWeights(
            ExperimentConfig config, Path folder, Path earlier, TrainingListener listener, CommandQueue commands) {
        if (BackendJvm.isNeededFor(Backends.deciding(config))) {
            throw new BadInputException(
                    Message.of("experiment.weightsElsewhere", config.backend().name()));
        }
        return Experiment.startWithWeights(config, folder, data, earlier, listener, commands);
    }

    /** Goes on with a run, or a sweep, that was stopped, failed, or ended without a word; as {@link #start} otherwise. */
    public RunHandle resume(Path folder, TrainingListener listener, CommandQueue commands) {
        return isHere(RunStore.open(folder).config())
                ? Experiment.resume(folder, data, listener, commands, elsewhere())
                : new WorkerRun(data, silenceSeconds).resume(folder, listener, commands);
    }

    /**
     * Starts a run that is not there yet, goes on with one that has not finished, and leaves a finished one alone.
     *
     * @param config of a single run, not of a sweep; that of the folder where there is one
     */
    public RunHandle startOrGoOn(ExperimentConfig config, Path folder, TrainingListener listener) {
        boolean begun = Files.exists(folder) && !new RunFolder(folder).isUnbegun();
        if (isHere(config) || (begun && RunStore.open(folder).record().state() == RunState.FINISHED)) {
            return Experiment.startOrGoOn(config, folder, data, listener);
        }
        CommandQueue commands = new CommandQueue();
        return begun ? resume(folder, listener, commands) : start(config, folder, listener, commands);
    }

    private RunDoor elsewhere() {
        return new WorkerRun(data, silenceSeconds)::startOrGoOn;
    }

    /**
     * Measures the last checkpoint of a run that is not at work; the reading is kept with the run.
     *
     * @param probe its type, or JSON as {@code lamina measure} takes it
     * @throws dev.lamina.tensor.BadInputException if the run has no checkpoint or the probe does not fit it
     */
    public ReadingMeasured measure(Path folder, String probe) {
        StoredRun run = StoredRun.in(folder);
        return BackendJvm.isNeededFor(Backends.deciding(run.config()))
                ? WorkerMeasurement.of(run, probe, data)
                : ProbeReport.of(
                                run,
                                ProbeRequest.read(probe, List.of()),
                                CheckpointChoice.LAST,
                                data,
                                OptionalInt.empty())
                        .reading();
    }

    private boolean isHere(ExperimentConfig config) {
        return switch (place) {
            case BY_BACKEND -> !BackendJvm.isNeededFor(Backends.deciding(config));
            case OWN_PROCESS -> false;
        };
    }
}
