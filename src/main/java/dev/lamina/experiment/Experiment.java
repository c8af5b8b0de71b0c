package dev.lamina.experiment;

import dev.lamina.archive.CheckpointFiles;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Starts and resumes runs on a thread of this process, for {@link dev.lamina.experiment.worker.Runs}, which everybody else
 * goes through. A configuration with a sweep becomes several runs, one after the other.
 */
public final class Experiment {
    private Experiment() {}

    /**
     * Starts a run on a thread of its own and returns at once; {@link RunHandle#await} tells how it ended.
     *
     * @param folder as {@link #requireStartable} demands; see {@link RunFolder#claim}
     * @param listener is told everything on the run's thread
     */
    public static RunHandle start(ExperimentConfig config, Path folder, DataLocation where, TrainingListener listener) {
        return start(config, folder, where, listener, new CommandQueue());
    }

    /** @param commands what waits there is obeyed before the first step */
    public static RunHandle start(
            ExperimentConfig config,
            Path folder,
            DataLocation where,
            TrainingListener listener,
            CommandQueue commands) {
        return start(config, folder, where, listener, commands, here(where));
    }

    /** @param elsewhere does the runs of a sweep that go on at once */
    public static RunHandle start(
            ExperimentConfig config,
            Path folder,
            DataLocation where,
            TrainingListener listener,
            CommandQueue commands,
            RunDoor elsewhere) {
        return launch(
                commands,
                listener,
                () -> config.single()
                        ? new ExperimentRun(where, listener, commands).start(config, folder)
                        : sweep(config, where, listener, commands, elsewhere).start(config, folder));
    }

    private static SweepRun sweep(
            ExperimentConfig config,
            DataLocation where,
            TrainingListener listener,
            CommandQueue commands,
            RunDoor elsewhere) {
        return new SweepRun(where, new Slots(config.slots(), here(where), elsewhere, listener, commands));
    }

    private static RunDoor here(DataLocation where) {
        return (config, folder, listener, commands) ->
                new ExperimentRun(where, listener, commands).startOrGoOn(config, folder);
    }

    /**
     * Starts a single run whose weights begin as those of another run's last checkpoint, where name and shape are the
     * same; the others are drawn, and the optimizer begins anew.
     *
     * @param earlier folder of the other run, of any data and head
     * @param commands as in {@link #start}
     */
    public static RunHandle startWithWeights(
            ExperimentConfig config,
            Path folder,
            DataLocation where,
            Path earlier,
            TrainingListener listener,
            CommandQueue commands) {
        ExperimentRun run = new ExperimentRun(where, listener, commands);
        return launch(
                commands,
                listener,
                () -> run.start(config, folder, CheckpointFiles.newestWeights(new RunFolder(earlier).checkpoints())));
    }

    /**
     * @throws dev.lamina.tensor.BadInputException unless the folder is new, nothing was done in it yet, or it holds the
     *     same sweep, which then goes on
     */
    public static void requireStartable(ExperimentConfig config, Path folder) {
        if (!SweepRun.isIn(folder, config)) {
            RunFolder.requireNew(folder);
        }
    }

    /** Goes on with a run, or a sweep, that was stopped, failed, or ended without a word. */
    public static RunHandle resume(Path folder, DataLocation where, TrainingListener listener) {
        return resume(folder, where, listener, new CommandQueue());
    }

    /** @param commands what waits there is obeyed before the first step */
    public static RunHandle resume(Path folder, DataLocation where, TrainingListener listener, CommandQueue commands) {
        return resume(folder, where, listener, commands, here(where));
    }

    /** @param elsewhere does the runs of a sweep that go on at once */
    public static RunHandle resume(
            Path folder, DataLocation where, TrainingListener listener, CommandQueue commands, RunDoor elsewhere) {
        return launch(commands, listener, () -> {
            StoredRun opened = RunStore.open(folder);
            if (opened.config().single()) {
                return new ExperimentRun(where, listener, commands).resume(opened);
            }
            ExperimentConfig config = opened.config(Backends::unserved);
            return sweep(config, where, listener, commands, elsewhere).resume(opened.folder(), config);
        });
    }

    /**
     * Starts a run that is not there yet, goes on with one that has not finished, and leaves a finished one alone.
     *
     * @param config of a single run, not of a sweep; that of the folder where there is one
     */
    public static RunHandle startOrGoOn(
            ExperimentConfig config, Path folder, DataLocation where, TrainingListener listener) {
        CommandQueue commands = new CommandQueue();
        ExperimentRun run = new ExperimentRun(where, listener, commands);
        return launch(commands, listener, () -> run.startOrGoOn(config, folder));
    }

    private static RunHandle launch(CommandQueue commands, TrainingListener listener, Callable<RunResult> work) {
        return RunTask.launch(Thread.ofPlatform().name("training"), commands, () -> {
            try {
                return work.call();
            } catch (RuntimeException | Error e) {
                listener.on(new TrainingEvent.RunFailed(Failures.line(e)));
                throw e;
            }
        });
    }
}
