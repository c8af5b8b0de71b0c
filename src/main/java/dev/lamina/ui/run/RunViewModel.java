package dev.lamina.ui.run;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.ui.fx.FxExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One training at a time, in this process, on a thread of its own: what it is doing, what it can be told, and the runs
 * there have been. Every method is called on the FX thread; what the training says comes there too.
 */
public final class RunViewModel {
    private final DataLocation where;
    private final FxExecutor fx;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final StringProperty message = new SimpleStringProperty("");
    private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<TrainingEvent> log = FXCollections.observableArrayList();
    private final AtomicReference<TrainingEvent.@Nullable StepCompleted> latest = new AtomicReference<>();
    private volatile boolean pauseAtEpochEnd;
    private @Nullable RunHandle handle;
    private @Nullable RunEntry current;

    public RunViewModel(DataLocation where, FxExecutor fx) {
        this.where = where;
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

    /** What happened, but for single steps. */
    public ObservableList<TrainingEvent> log() {
        return log;
    }

    /** The last step that was done, null before the first. */
    public TrainingEvent.@Nullable StepCompleted latestStep() {
        return latest.get();
    }

    /** The run that goes on, or was the last one; null before the first. */
    public @Nullable RunEntry current() {
        return current;
    }

    /** Starts a run. */
    public void start(ExperimentConfig config, Path folder, Beginning beginning) {
        launch(listener -> Experiment.start(config, folder, where, listener), beginning);
    }

    /** Goes on with a run that was stopped or failed. */
    public void resumeRun(Path folder, Beginning beginning) {
        launch(listener -> Experiment.resume(folder, where, listener), beginning);
    }

    private void launch(Function<TrainingListener, RunHandle> begin, Beginning beginning) {
        enter(RunState.STARTING);
        message.set("");
        latest.set(null);
        pauseAtEpochEnd = beginning == Beginning.ONE_EPOCH;
        AtomicReference<@Nullable RunEntry> entry = new AtomicReference<>();
        List<RunEntry> known = List.copyOf(entries);
        RunHandle started = begin.apply(event -> hear(event, entry, known));
        handle = started;
        if (beginning == Beginning.ONE_STEP) {
            started.submit(new TrainingCommand.DoStep());
        }
        Thread.ofVirtual().name("run's end").start(() -> awaitEnd(started));
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
        if (event instanceof TrainingEvent.EpochCompleted && pauseAtEpochEnd) {
            pauseAtEpochEnd = false;
            submit(new TrainingCommand.Pause());
        }
        fx.execute(() -> tell(event, running));
    }

    /** A run that was begun before goes on in its own entry. */
    private static RunEntry entryOf(TrainingEvent.RunStarted e, List<RunEntry> known) {
        Path folder = Path.of(e.folder());
        return known.stream()
                .filter(entry -> entry.folder().equals(folder))
                .findFirst()
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

    private void awaitEnd(RunHandle started) {
        try {
            RunResult result = started.await();
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
        handle = null;
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
        pauseAtEpochEnd = true;
        submit(new TrainingCommand.Resume());
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
        RunHandle running = handle;
        if (running != null) {
            running.submit(command);
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
