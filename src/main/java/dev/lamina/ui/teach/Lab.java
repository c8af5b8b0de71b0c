package dev.lamina.ui.teach;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.RunHandle;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.log.UncaughtErrors;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.run.AskedReadings;
import dev.lamina.ui.run.StopAtExit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One laboratory: a training that goes on in this process, is told what a person changes, and is begun again, with the
 * weights it has where that makes sense, when something changes that no command can change. FX thread, but for what is said
 * to be for others.
 */
final class Lab {
    private static final int KEPT_STATES = 500;

    private final Runs runs;
    private final Path folder;
    private final FxExecutor fx;
    private final TrainingListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("laboratory").factory());
    private final AtomicLong begun = new AtomicLong();
    private final AskedReadings asked = new AskedReadings();
    private final ReadOnlyObjectWrapper<Optional<Message>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LabSettings> settings;
    private volatile @Nullable CommandQueue commands;
    private @Nullable Path earlier;
    private double stepsPerSecond;
    private boolean paused = true;

    /** What weights a run begins with. */
    enum Weights {
        DRAWN,
        AS_THEY_ARE
    }

    /**
     * @param folder where its runs are kept while they are needed
     * @param listener is told everything, on the run's thread
     */
    Lab(Runs runs, Path folder, FxExecutor fx, LabSettings first, TrainingListener listener) {
        this.runs = runs;
        this.folder = folder;
        this.fx = fx;
        this.listener = listener;
        this.settings = new ReadOnlyObjectWrapper<>(first);
    }

    /** What is trained, as it was asked for last. */
    ReadOnlyObjectProperty<LabSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    LabSettings settings() {
        return settings.get();
    }

    /** Why nothing is trained, empty if something is. */
    ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** Changes what differs: by a command where the run obeys one, else by a new run. */
    void change(LabSettings wanted) {
        LabSettings before = settings.get();
        settings.set(wanted);
        boolean sameRun = before.equals(wanted.withRate(before.rate()).withDecay(before.decay()));
        if (sameRun && fault.get().isEmpty()) {
            tellHyperparameters(before, wanted);
        } else {
            begin(before.startsAnewFor(wanted) ? Weights.DRAWN : Weights.AS_THEY_ARE);
        }
    }

    private void tellHyperparameters(LabSettings before, LabSettings wanted) {
        if (wanted.rate() != before.rate()) {
            submit(new TrainingCommand.SetLearningRate(wanted.rate()));
        }
        if (wanted.decay() != before.decay()) {
            submit(new TrainingCommand.SetWeightDecay(wanted.decay()));
        }
    }

    /** Begins a run of the settings of now; the one before ends first. */
    void begin(Weights weights) {
        long number = begun.incrementAndGet();
        submit(new TrainingCommand.Stop());
        // Nobody may answer what waits in a queue that no run takes over.
        asked.end();
        LabSettings wanted = settings.get();
        CommandQueue queue = new CommandQueue();
        queue.submit(new TrainingCommand.KeepStates(KEPT_STATES));
        queue.submit(new TrainingCommand.SetPace(stepsPerSecond));
        queue.submit(paused ? new TrainingCommand.Pause() : new TrainingCommand.Resume());
        commands = queue;
        fault.set(Optional.empty());
        thread.execute(() -> {
            if (number == begun.get()) {
                train(wanted, weights, queue, folder.resolve("run-" + number));
            }
        });
    }

    private void train(LabSettings wanted, Weights weights, CommandQueue queue, Path path) {
        Path weightsOf = earlier;
        try {
            RunHandle run = weights == Weights.AS_THEY_ARE && weightsOf != null
                    ? runs.startWithWeights(wanted.config(), path, weightsOf, this::hear, queue)
                    : runs.start(wanted.config(), path, this::hear, queue);
            try (StopAtExit _ = new StopAtExit(run)) {
                Optional.ofNullable(run.await().message()).ifPresent(why -> fail(queue, why));
            }
            earlier = path;
            if (weightsOf != null) {
                Scratch.remove(weightsOf);
            }
        } catch (BadInputException e) {
            fail(queue, e.problem());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(queue, Message.verbatim(String.valueOf(e.getMessage())));
            UncaughtErrors.tell(e);
        } finally {
            asked.end();
        }
    }

    /** Of the newest run alone. */
    private void fail(CommandQueue queue, Message why) {
        fx.execute(() -> {
            if (queue == commands) {
                fault.set(Optional.of(why));
            }
        });
    }

    private void hear(TrainingEvent event) {
        asked.on(event);
        listener.on(event);
    }

    void setPaused(boolean wanted) {
        paused = wanted;
        submit(wanted ? new TrainingCommand.Pause() : new TrainingCommand.Resume());
    }

    /** @param wanted 0 for as fast as it goes */
    void setPace(double wanted) {
        stepsPerSecond = wanted;
        submit(new TrainingCommand.SetPace(wanted));
    }

    /** Does one step and waits. */
    void step() {
        paused = true;
        submit(new TrainingCommand.DoStep());
    }

    /** Stands where it stood after a step, and waits there. */
    void goBack(long step) {
        paused = true;
        submit(new TrainingCommand.Pause());
        submit(new TrainingCommand.GoBack(step));
    }

    /** Measures the network as it is. Any thread; the answer comes on another. */
    CompletableFuture<ReadingMeasured> ask(String probe) {
        return asked.ask(probe, this::submit);
    }

    private void submit(TrainingCommand command) {
        CommandQueue queue = commands;
        if (queue != null) {
            queue.submit(command);
        }
    }

    /** Ends the training and forgets its folders; nothing else may be called after it. */
    void close() {
        begun.incrementAndGet();
        submit(new TrainingCommand.Stop());
        thread.execute(() -> Scratch.remove(folder));
        thread.shutdown();
    }
}
