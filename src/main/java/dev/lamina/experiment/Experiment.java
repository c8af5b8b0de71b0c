package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.source.DataOutline;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Starts and resumes runs. A configuration with a sweep becomes several runs, one after the other. */
public final class Experiment {
    private Experiment() {}

    /**
     * Starts a run on a thread of its own and returns at once; {@link RunHandle#await} tells how it ended.
     *
     * @param folder must not exist; see {@link RunFolder#standardPath}
     * @param listener is told everything on the run's thread
     */
    public static RunHandle start(ExperimentConfig config, Path folder, DataLocation where, TrainingListener listener) {
        CommandQueue commands = new CommandQueue();
        ExperimentRun run = new ExperimentRun(where, listener, commands);
        return launch(
                commands,
                listener,
                () -> config.sweep().isEmpty() ? run.start(config, folder) : new SweepRun(run).start(config, folder));
    }

    /** Goes on with a run, or a sweep, that was stopped, failed, or ended without a word. */
    public static RunHandle resume(Path folder, DataLocation where, TrainingListener listener) {
        CommandQueue commands = new CommandQueue();
        ExperimentRun run = new ExperimentRun(where, listener, commands);
        return launch(commands, listener, () -> {
            RunFolder opened = RunFolder.open(folder);
            ExperimentConfig config = opened.readConfig();
            return config.sweep().isEmpty() ? run.resume(opened) : new SweepRun(run).resume(opened, config);
        });
    }

    /**
     * Reads the data, resolves the network and finds the backend, as a run would, and says in one line what there is.
     *
     * @throws dev.lamina.tensor.BadInputException for whatever would keep the run from starting
     */
    public static String check(ExperimentConfig config, DataLocation where) {
        List<ExperimentConfig> runs = config.sweep().isEmpty()
                ? List.of(config)
                : Sweep.members(config).stream().map(Sweep.Member::config).toList();
        runs.forEach(run -> {
            DataOutline outline = run.data().source().outline(where);
            ExperimentSetup.network(
                    run, outline.exampleShape(), outline.classNames().size());
        });
        ExperimentSetup setup = ExperimentSetup.of(runs.getFirst(), where);
        Backends.create(config.backend().name());
        return String.format(
                Locale.ROOT,
                "fine: %s%,d training and %,d test images, %,d parameters, %d epochs of %d steps",
                runs.size() > 1 ? runs.size() + " runs, each with " : "",
                setup.data().trainingImages(),
                setup.data().testImages(),
                setup.parameters(),
                config.training().epochs(),
                setup.stepsPerEpoch());
    }

    private static RunHandle launch(CommandQueue commands, TrainingListener listener, Callable<RunResult> work) {
        return RunHandle.launch(commands, () -> {
            try {
                return work.call();
            } catch (RuntimeException | Error e) {
                listener.on(new TrainingEvent.RunFailed(Failures.line(e)));
                throw e;
            }
        });
    }
}
