package dev.lamina.ui.run;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.KeptCheckpoint;
import dev.lamina.experiment.RunBranch;
import dev.lamina.experiment.RunFolder;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.ui.fx.FxExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One training at a time, in this process or another: what it is doing, what it can be told, and the runs there have
 * been. Every method is called on the FX thread; what the training says comes there too.
 */
public final class RunViewModel {
    private final RunLauncher launcher;
    private final FxExecutor fx;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final StringProperty message = new SimpleStringProperty("");
    private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<TrainingEvent> log = FXCollections.observableArrayList();
    private final AtomicReference<TrainingEvent.@Nullable StepCompleted> latest = new AtomicReference<>();
    private final AtomicReference<TrainingEvent.@Nullable KernelsCompiled> compiling = new AtomicReference<>();
    private CommandQueue commands = new CommandQueue();
    private @Nullable RunEntry current;

    /** Trains in this process. */
    public RunViewModel(DataLocation where, FxExecutor fx) {
        this(RunLauncher.inThisProcess(where), fx);
    }

    public RunViewModel(RunLauncher launcher, FxExecutor fx) {
        this.launcher = launcher;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last run failed, one line; empty otherwise. */
    public StringProperty messageProperty() {
        return message;
    }

    /** The runs, the newest first. */
    public ObservableList<RunEntry> entries() {
        return entries;
    }

    /** What happened, but for single steps and kernels. */
    public ObservableList<TrainingEvent> log() {
        return log;
    }

    /** The last step that was done, null before the first. */
    public TrainingEvent.@Nullable StepCompleted latestStep() {
        return latest.get();
    }

    /** How far the backend is with compiling kernels, null while it is not. */
    public TrainingEvent.@Nullable KernelsCompiled compiling() {
        return compiling.get();
    }

    /** The run that goes on, or was the last one; null before the first. */
    public @Nullable RunEntry current() {
        return current;
    }

    /** Starts a run. */
    public void start(ExperimentConfig config, Path folder, Beginning beginning) {
        launch((listener, queue) -> launcher.start(config, folder, listener, queue), beginning);
    }

    /** Goes on with a run that was stopped or failed. */
    public void resumeRun(Path folder, Beginning beginning) {
        launch((listener, queue) -> launcher.resume(folder, listener, queue), beginning);
    }

    /**
     * Makes a run of its own out of a checkpoint of another one, and goes on with it.
     *
     * @param folder of the new run, must not exist
     */
    public void branch(RunEntry from, KeptCheckpoint checkpoint, Path folder, Beginning beginning) {
        launch(
                (listener, queue) -> {
                    RunBranch.make(new RunFolder(from.folder()), checkpoint, folder);
                    return launcher.resume(folder, listener, queue);
                },
                beginning);
    }

    private interface Launch {
        RunHandle with(TrainingListener listener, CommandQueue commands);
    }

    private void launch(Launch launch, Beginning beginning) {
        enter(RunState.STARTING);
        message.set("");
        latest.set(null);
        compiling.set(null);
        CommandQueue queue = new CommandQueue();
        queue.submit(beginning.command());
        commands = queue;
        AtomicReference<@Nullable RunEntry> entry = new AtomicReference<>();
        List<RunEntry> known = List.copyOf(entries);
        TrainingListener listener = event -> hear(event, entry, known);
        Thread.ofVirtual().name("run").start(() -> follow(launch, listener, queue));
    }

    /** On the training thread. */
    private void hear(TrainingEvent event, AtomicReference<@Nullable RunEntry> entry, List<RunEntry> known) {
        if (event instanceof TrainingEvent.RunStarted e) {
            entry.set(entryOf(e, known));
        }
        RunEntry running = entry.get();
        if (running != null) {
            running.curves().on(event);
        }
        if (event instanceof TrainingEvent.StepCompleted step) {
            latest.set(step);
            return;
        }
        if (event instanceof TrainingEvent.KernelsCompiled kernels) {
            compiling.set(kernels.complete() ? null : kernels);
            if (!kernels.complete() && kernels.compiled() > 0) {
                return;
            }
        }
        fx.execute(() -> tell(event, running));
    }

    /** A run that was begun before goes on in its own entry. */
    private static RunEntry entryOf(TrainingEvent.RunStarted e, List<RunEntry> known) {
        Path folder = Path.of(e.folder());
        return known.stream()
                .filter(entry -> entry.folder().equals(folder))
                .findFirst()
                .or(() -> e.stepsDone() > 0 ? RunArchive.read(folder) : Optional.empty())
                .orElseGet(() -> new RunEntry(e.name(), folder, new RunCurves(), RunState.RUNNING));
    }

    private void tell(TrainingEvent event, @Nullable RunEntry running) {
        log.add(event);
        switch (event) {
            case TrainingEvent.RunStarted _ -> {
                if (running != null) {
                    begin(running);
                }
                if (state.get() == RunState.STARTING) {
                    enter(RunState.RUNNING);
                }
            }
            case TrainingEvent.RunPaused _ -> enterIfPossible(RunState.PAUSED);
            case TrainingEvent.RunResumed _ -> enterIfPossible(RunState.RUNNING);
            case TrainingEvent.EpochCompleted e
            when running != null -> running.summaryProperty().set(RunSummary.of(e.metrics(), e.epochs()));
            case TrainingEvent.RunFinished _
            when running != null -> running.stateProperty().set(RunState.FINISHED);
            case TrainingEvent.RunFailed e -> message.set(e.message());
            default -> {}
        }
    }

    private void begin(RunEntry running) {
        current = running;
        running.stateProperty().set(RunState.RUNNING);
        running.shownProperty().set(true);
        if (!entries.contains(running)) {
            entries.addFirst(running);
        }
    }

    private void follow(Launch launch, TrainingListener listener, CommandQueue queue) {
        try {
            RunResult result = launch.with(listener, queue).await();
            fx.execute(() -> end(
                    switch (result.state()) {
                        case FINISHED -> RunState.FINISHED;
                        case STOPPED -> RunState.STOPPED;
                        case CREATED, RUNNING, FAILED -> RunState.FAILED;
                    },
                    result.message() == null ? "" : result.message()));
        } catch (RuntimeException | Error e) {
            String text = e.getMessage() == null ? e.toString() : e.getMessage();
            fx.execute(() -> end(RunState.FAILED, text));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(RunState how, String why) {
        if (state.get() == RunState.STARTING && how != RunState.FAILED) {
            enter(RunState.RUNNING);
        }
        enter(how);
        message.set(why);
    }

    /** Waits after this step. */
    public void pause() {
        submit(new TrainingCommand.Pause());
    }

    /** Goes on after a pause. */
    public void resume() {
        submit(new TrainingCommand.Resume());
    }

    /** Does one step and waits. */
    public void step() {
        submit(new TrainingCommand.DoStep());
    }

    /** Goes on to the end of the epoch and waits. */
    public void stepEpoch() {
        submit(new TrainingCommand.DoEpoch());
    }

    /** Ends after this step, with a checkpoint. */
    public void stop() {
        if (state.get().next().contains(RunState.STOPPING)) {
            enter(RunState.STOPPING);
            submit(new TrainingCommand.Stop());
        }
    }

    /** Changes a hyperparameter from the next step on. */
    public void submit(TrainingCommand command) {
        if (state.get().active()) {
            commands.submit(command);
        }
    }

    private void enter(RunState following) {
        state.set(state.get().to(following));
        RunEntry running = current;
        if (running != null && following != RunState.STARTING) {
            running.stateProperty().set(following);
        }
    }

    /** What a training says on its way to its end comes too late to matter. */
    private void enterIfPossible(RunState following) {
        if (state.get().next().contains(following)) {
            enter(following);
        }
    }
}
