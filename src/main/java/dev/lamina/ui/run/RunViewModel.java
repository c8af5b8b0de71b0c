package dev.lamina.ui.run;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunBranch;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.RunResult;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.log.UncaughtErrors;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.FxExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One training at a time, in this process or another: what it is doing, what it can be told, and the runs there have
 * been. Every method is called on the FX thread; what the training says comes there too.
 */
public final class RunViewModel {
    /** As many as the log shows: a window may be open for weeks, and each epoch is an event or two. */
    static final int MOST_EVENTS = 10_000;

    private final Supplier<Runs> runs;
    private final FxExecutor fx;
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final ReadOnlyObjectWrapper<Optional<Message>> message = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final KnownRuns known = new KnownRuns();
    private final LiveValues live = new LiveValues();
    private final ReadOnlyBooleanWrapper resumable = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<TrainingEvent> log = FXCollections.observableArrayList();
    private final AtomicReference<TrainingEvent.@Nullable StepCompleted> latest = new AtomicReference<>();
    private final AtomicReference<TrainingEvent.@Nullable KernelsCompiled> compiling = new AtomicReference<>();
    private final AskedReadings asked = new AskedReadings();
    private CommandQueue commands = new CommandQueue();
    private @Nullable RunEntry current;
    /** The run at work, null before it begins and once it has said how it ended. */
    private @Nullable RunEntry running;
    /** The sweep that is worked on, if it is one. */
    private @Nullable SweepEntry sweep;

    private @Nullable Path launched;

    /** @param runs the door as it is when a run begins */
    public RunViewModel(Supplier<Runs> runs, FxExecutor fx) {
        this.runs = runs;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last run failed; empty otherwise. */
    public ReadOnlyObjectProperty<Optional<Message>> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The runs, the newest first. */
    public ObservableList<RunEntry> entries() {
        return known.entries();
    }

    public KnownRuns known() {
        return known;
    }

    /** The hyperparameters in force. */
    public LiveValues live() {
        return live;
    }

    /** Whether what was started last, a run or a sweep, was stopped or failed and can go on. */
    public ReadOnlyBooleanProperty resumableProperty() {
        return resumable.getReadOnlyProperty();
    }

    /** What happened last, but for single steps and kernels. */
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

    /** How far the sweep is that is worked on; empty if none is. */
    public Optional<SweepProgress> sweepProgress() {
        TrainingEvent.StepCompleted step = latest.get();
        return Optional.ofNullable(sweep)
                .filter(_ -> state.get().active())
                .map(head -> head.progress(step == null ? Double.NaN : step.secondsLeft(), System.nanoTime()));
    }

    /** Starts a run. */
    public void start(ExperimentConfig config, Path folder, Beginning beginning) {
        sweep = SweepEntry.of(config, folder).orElse(null);
        launch((listener, queue) -> runs.get().start(config, folder, listener, queue), folder, beginning);
    }

    /** Goes on with a run, or a sweep, that was stopped or failed. */
    public void resumeRun(Path folder, Beginning beginning) {
        sweep = known.sweepIn(folder).orElse(null);
        launch((listener, queue) -> runs.get().resume(folder, listener, queue), folder, beginning);
    }

    /** Goes on with what was started last, where that is possible. */
    public void resumeLast(Beginning beginning) {
        Path folder = launched;
        if (folder != null && resumable.get()) {
            resumeRun(folder, beginning);
        }
    }

    /** Puts a failure away that was seen, or belongs to another experiment than the one in front. */
    public void forgetFailure() {
        if (state.get() == RunState.FAILED) {
            state.set(state.get().to(RunState.IDLE));
            message.set(Optional.empty());
        }
    }

    /**
     * Makes a run of its own out of a checkpoint of another one, and goes on with it.
     *
     * @param folder of the new run, must not exist
     */
    public void branch(RunEntry from, KeptCheckpoint checkpoint, Path folder, Beginning beginning) {
        sweep = null;
        launch(
                (listener, queue) -> {
                    RunBranch.make(StoredRun.in(from.folder()), checkpoint, folder);
                    return runs.get().resume(folder, listener, queue);
                },
                folder,
                beginning);
    }

    private interface Launch {
        RunHandle with(TrainingListener listener, CommandQueue commands);
    }

    private void launch(Launch launch, Path folder, Beginning beginning) {
        // What happens before the new run begins does not concern the one before.
        running = null;
        launched = folder;
        resumable.set(false);
        enter(RunState.STARTING);
        message.set(Optional.empty());
        latest.set(null);
        compiling.set(null);
        CommandQueue queue = new CommandQueue();
        queue.submit(beginning.command());
        commands = queue;
        AtomicReference<@Nullable RunEntry> entry = new AtomicReference<>();
        List<RunEntry> earlier = List.copyOf(known.entries());
        TrainingListener listener = event -> hear(event, entry, earlier);
        Thread.ofVirtual().name("run").start(() -> follow(launch, listener, queue));
    }

    /** On the training thread. */
    private void hear(TrainingEvent event, AtomicReference<@Nullable RunEntry> entry, List<RunEntry> earlier) {
        if (event instanceof TrainingEvent.RunStarted e) {
            entry.set(KnownRuns.entryOf(e, earlier));
        }
        live.on(event);
        asked.on(event);
        RunEntry told = entry.get();
        if (told != null) {
            told.curves().on(event);
        }
        if (event instanceof TrainingEvent.WorkContinued) {
            return;
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
        fx.execute(() -> tell(event, told));
    }

    private void tell(TrainingEvent event, @Nullable RunEntry told) {
        log.add(event);
        if (log.size() > MOST_EVENTS) {
            log.removeFirst();
        }
        switch (event) {
            case TrainingEvent.RunStarted _ -> {
                if (told != null) {
                    begin(told);
                }
                enterIfPossible(RunState.RUNNING);
            }
            // Of several runs at once nothing more is told.
            case TrainingEvent.TrialStarted _ -> enterIfPossible(RunState.RUNNING);
            case TrainingEvent.RunPaused _ -> enterIfPossible(RunState.PAUSED);
            case TrainingEvent.RunResumed _ -> enterIfPossible(RunState.RUNNING);
            case TrainingEvent.EpochCompleted e
            when told != null -> told.summaryProperty().set(Optional.of(new RunSummary(e.metrics(), e.epochs())));
            case TrainingEvent.RunFinished _ -> ended(told, RunState.FINISHED);
            case TrainingEvent.RunStopped _ -> ended(told, RunState.STOPPED);
            case TrainingEvent.RunFailed e -> {
                ended(told, RunState.FAILED);
                message.set(Optional.of(e.message()));
            }
            default -> {}
        }
    }

    private void begin(RunEntry begun) {
        current = begun;
        running = begun;
        begun.stateProperty().set(state.get() == RunState.STARTING ? RunState.RUNNING : state.get());
        // What has failed would stretch every axis; it is seen again when it is ticked.
        known.entries().stream()
                .filter(run -> run.stateProperty().get() == RunState.FAILED)
                .forEach(run -> run.shownProperty().set(false));
        begun.shownProperty().set(true);
        if (sweep == null) {
            known.begin(begun);
        } else {
            known.begin(begun, sweep);
        }
    }

    /** The run at work said how it ended: what comes after it, as in a sweep, is no concern of it. */
    private void ended(@Nullable RunEntry told, RunState how) {
        if (told != null && told == running) {
            told.stateProperty().set(how);
            running = null;
        }
    }

    private void follow(Launch launch, TrainingListener listener, CommandQueue queue) {
        try {
            RunResult result = await(launch.with(listener, queue));
            fx.execute(() -> end(
                    switch (result.state()) {
                        case FINISHED -> RunState.FINISHED;
                        case STOPPED -> RunState.STOPPED;
                        case CREATED, RUNNING, FAILED -> RunState.FAILED;
                    },
                    Optional.ofNullable(result.message())));
        } catch (RuntimeException | Error e) {
            if (e instanceof BadInputException refused) {
                fx.execute(() -> end(RunState.FAILED, Optional.of(refused.problem())));
            } else {
                String said = e.getMessage() == null ? e.toString() : e.getMessage();
                fx.execute(() -> end(RunState.FAILED, Optional.of(Message.verbatim(said))));
                UncaughtErrors.tell(e);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static RunResult await(RunHandle run) throws InterruptedException {
        try (StopAtExit _ = new StopAtExit(run)) {
            return run.await();
        }
    }

    private void end(RunState how, Optional<Message> why) {
        asked.end();
        if (state.get() == RunState.STARTING && how != RunState.FAILED) {
            enter(RunState.RUNNING);
        }
        enter(how);
        message.set(why);
        Path folder = launched;
        resumable.set(
                how != RunState.FINISHED && folder != null && Files.isRegularFile(new RunFolder(folder).config()));
        if (current != null) {
            known.sweepOf(current).ifPresent(SweepEntry::settle);
        }
        // The last word on a sweep is its own.
        if (sweep != null) {
            sweep.stateProperty().set(how);
        }
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

    /**
     * Measures a run now: the one at work beside its training, as it is after this step, which is not kept; any other from
     * its last checkpoint, which is. FX thread; the answer comes on another.
     *
     * @param probe its type
     */
    public CompletableFuture<ReadingMeasured> measure(RunEntry run, String probe) {
        return run == running && state.get().active()
                ? asked.ask('"' + probe + '"', this::submit)
                : CompletableFuture.supplyAsync(
                        () -> runs.get().measure(run.folder(), probe),
                        Thread.ofVirtual().name("measure")::start);
    }

    /** Changes a hyperparameter from the next step on. */
    public void submit(TrainingCommand command) {
        if (state.get().active()) {
            commands.submit(command);
        }
    }

    private void enter(RunState following) {
        state.set(state.get().to(following));
        if (running != null && following != RunState.STARTING) {
            running.stateProperty().set(following);
        }
        if (sweep != null) {
            sweep.stateProperty().set(following);
        }
    }

    /** What a training says on its way to its end comes too late to matter. */
    private void enterIfPossible(RunState following) {
        if (state.get().next().contains(following)) {
            enter(following);
        }
    }
}
