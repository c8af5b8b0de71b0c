package dev.lamina.experiment;

import dev.lamina.archive.CheckpointFiles;
import dev.lamina.archive.MachineDescription;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunRecorder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.backend.Backend;
import dev.lamina.backend.Session;
import dev.lamina.config.BackendConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.ProbeRequest;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.figure.FigureStyle;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.train.Checkpoint;
import dev.lamina.train.CheckpointKind;
import dev.lamina.train.Observing;
import dev.lamina.train.Trainer;
import dev.lamina.train.TrainingOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run in one folder, from its start or its last checkpoint to its end, on the calling thread. */
record ExperimentRun(DataLocation where, TrainingListener listener, CommandQueue commands) {
    /** A new run whose weights are drawn. */
    RunResult start(ExperimentConfig config, Path path) {
        return start(config, path, Map.of());
    }

    /** A new run; if data, network or backend turn out to be unsound, no folder stays behind. */
    RunResult start(ExperimentConfig config, Path path, Map<String, HostTensor> weights) {
        try {
            RunFolder.requireNew(path);
            ExperimentSetup setup = ExperimentSetup.of(config, where);
            Backend backend = Backends.create(config.backend().name());
            try (Session session = open(backend, setup)) {
                RunFolder folder = RunFolder.make(path);
                try (RunLock _ = RunLock.of(folder)) {
                    // Before the lock was ours, another process may have begun there.
                    RunFolder.requireNew(path);
                    RunRecord record = setup.begun(machine(backend, config.backend()));
                    RunRecorder recorder = new RunRecorder(folder, record);
                    return train(setup, begun(setup, session, recorder), recorder, t -> t.startWith(weights));
                }
            }
        } finally {
            RunFolder.removeIfEmpty(path);
        }
    }

    /** Fills the folder, the record last: without one, nothing was done. */
    private Trainer begun(ExperimentSetup setup, Session session, RunRecorder recorder) {
        RunFolder folder = recorder.folder();
        try {
            folder.tidy();
            folder.writeConfig(setup.config());
            recorder.save();
            return trainer(setup, session, recorder);
        } catch (RuntimeException | Error e) {
            folder.clear();
            throw e;
        }
    }

    /** Starts what is not there yet, goes on with what has not finished, and leaves a finished run alone. */
    RunResult startOrGoOn(ExperimentConfig config, Path path) {
        if (!Files.exists(path) || new RunFolder(path).isUnbegun()) {
            return start(config, path);
        }
        StoredRun run = RunStore.open(path);
        if (run.record().state() != RunState.FINISHED) {
            return resume(run);
        }
        boolean whole = !RunLock.isIn(run.folder()) && Files.exists(run.folder().figures());
        return whole ? finished(run.folder(), List.of()) : redrawn(run.folder());
    }

    private static RunResult redrawn(RunFolder folder) {
        try (RunLock _ = RunLock.of(folder)) {
            folder.tidy();
            return finished(folder, drawn(folder));
        }
    }

    private static RunResult finished(RunFolder folder, List<Message> notes) {
        return new RunResult(folder.path(), RunState.FINISHED, lastMeasured(folder), null, notes);
    }

    private static List<Message> drawn(RunFolder folder) {
        return DrawingNotes.of(() -> RunFigures.write(new StoredRun(folder), FigureStyle.doubleColumn()));
    }

    private static @Nullable EpochMetrics lastMeasured(RunFolder folder) {
        List<EpochMetrics> epochs = new StoredRun(folder).metrics();
        return epochs.isEmpty() ? null : epochs.getLast();
    }

    /**
     * Goes on from the last checkpoint, or from the start where there is none. A finished run that has its lock still was
     * killed while it drew, and lacks only figures.
     */
    RunResult resume(StoredRun run) {
        RunFolder folder = run.folder();
        if (run.record().state() == RunState.FINISHED && RunLock.isIn(folder)) {
            return redrawn(folder);
        }
        // Before anything else is read: another process may be about to change it.
        try (RunLock _ = RunLock.of(folder)) {
            folder.tidy();
            return resumeLocked(run);
        }
    }

    private RunResult resumeLocked(StoredRun run) {
        RunFolder folder = run.folder();
        RunRecord record = run.record();
        if (record.state() == RunState.FINISHED) {
            throw folder.finished();
        }
        ExperimentConfig config = run.config(Backends::unserved);
        ExperimentSetup setup = ExperimentSetup.of(config, where);
        ResumeCheck check = new ResumeCheck(folder, record, setup);
        check.requireSameData();
        Optional<Checkpoint> checkpoint = last(checkpoints(setup, folder), folder);
        check.requireFit(checkpoint);
        Backend backend = Backends.create(config.backend().name());
        try (Session session = open(backend, setup)) {
            int epochs = checkpoint.map(c -> c.progress().epochsDone()).orElse(0);
            long step = checkpoint.map(c -> c.progress().step()).orElse(0L);
            RunRecorder recorder =
                    new RunRecorder(folder, record.goingOn(machine(backend, config.backend()), epochs, step));
            Trainer trainer = trainer(setup, session, recorder);
            checkpoint.ifPresent(trainer::requireFit);
            recorder.goBack(epochs, step);
            return train(
                    setup,
                    trainer,
                    recorder,
                    checkpoint.<Course>map(c -> t -> t.resume(c)).orElse(Trainer::start));
        }
    }

    private static Optional<Checkpoint> last(CheckpointFiles files, RunFolder folder) {
        try {
            return files.last();
        } catch (BadInputException e) {
            throw files.offering(CheckpointKind.BEST, Message.of("experiment.resumeBest", folder.path()), e);
        }
    }

    private Session open(Backend backend, ExperimentSetup setup) {
        ExperimentConfig config = setup.config();
        Feasibility.requireDeviceMemory(setup.plan().network(), config.training(), backend.device());
        Session session = backend.open(config.backend().session());
        session.onCompilation((compiled, kernels) -> listener.on(new TrainingEvent.KernelsCompiled(compiled, kernels)));
        return session;
    }

    private static MachineDescription machine(Backend backend, BackendConfig config) {
        return MachineDescription.of(backend, config.session());
    }

    private static CheckpointFiles checkpoints(ExperimentSetup setup, RunFolder folder) {
        return new CheckpointFiles(
                folder.checkpoints(), setup.plan().network(), setup.config().seed());
    }

    private Trainer trainer(ExperimentSetup setup, Session session, RunRecorder recorder) {
        try {
            Trainer trainer = new Trainer(
                    setup.plan(),
                    session,
                    recorder.and(listener),
                    commands,
                    checkpoints(setup, recorder.folder()),
                    Optional.of(observing(setup.config().backend())));
            Feasibility.requireFree(setup.config(), setup.plan().network(), session, trainer);
            return trainer;
        } catch (UnsupportedOperationException e) {
            throw Backends.lacks(setup.config().backend().name(), e);
        }
    }

    /** One more session of the run's backend, which leaves the other threads to the training. */
    private static Observing observing(BackendConfig config) {
        return new Observing(
                () -> Backends.create(config.name()).open(config.session().withThreads(1)),
                probe -> ProbeRequest.read(probe, List.of()));
    }

    /** How the training begins. */
    private interface Course {
        TrainingOutcome of(Trainer trainer);
    }

    private RunResult train(ExperimentSetup setup, Trainer trainer, RunRecorder recorder, Course course) {
        long before = recorder.record().step();
        TrainingOutcome outcome;
        try (trainer) {
            recorder.enter(RunState.RUNNING, null);
            listener.on(started(setup, recorder));
            setup.notices()
                    .forEach(notice -> listener.on(new TrainingEvent.DataNoticed(notice.kind(), notice.message())));
            outcome = course.of(trainer);
            if (outcome instanceof TrainingOutcome.NonFinite) {
                recorder.enterFailed(Objects.requireNonNull(message(outcome)));
            } else {
                recorder.enter(state(outcome), null);
            }
        } catch (BadInputException e) {
            Message line = recorder.folder().isThere()
                    ? Failures.line(e)
                    : recorder.folder().gone();
            recorder.enterFailed(line);
            if (recorder.record().step() == before) {
                throw e;
            }
            // What it was handed was sound, so it is the run that failed: no space, a folder taken away.
            listener.on(new TrainingEvent.RunFailed(line));
            return new RunResult(recorder.folder().path(), RunState.FAILED, null, line, List.of());
        } catch (RuntimeException | Error e) {
            recorder.enterFailed(Failures.line(e));
            throw e;
        }
        return end(setup, recorder, outcome);
    }

    private static TrainingEvent.RunStarted started(ExperimentSetup setup, RunRecorder recorder) {
        RunRecord record = recorder.record();
        return new TrainingEvent.RunStarted(
                TrainingEvent.PROTOCOL,
                record.name(),
                recorder.folder().path().toString(),
                setup.plan().stages().epochs(),
                setup.stepsPerEpoch(),
                record.step(),
                record.data().trainingImages(),
                record.network().parameters(),
                record.machine().backend(),
                record.machine().device(),
                record.seed());
    }

    private static RunState state(TrainingOutcome outcome) {
        return switch (outcome) {
            case TrainingOutcome.Finished _ -> RunState.FINISHED;
            case TrainingOutcome.Stopped _ -> RunState.STOPPED;
            case TrainingOutcome.NonFinite _ -> RunState.FAILED;
        };
    }

    private static @Nullable Message message(TrainingOutcome outcome) {
        return outcome instanceof TrainingOutcome.NonFinite(int epoch, long step, var place)
                ? Message.of("experiment.notFinite", step, epoch, place.layer(), place.place())
                : null;
    }

    /** Tells how the run ended, and draws its figures unless someone waits for it to stop. */
    private RunResult end(ExperimentSetup setup, RunRecorder recorder, TrainingOutcome outcome) {
        RunFolder folder = recorder.folder();
        List<Message> notes = new ArrayList<>(setup.warnings());
        if (!(outcome instanceof TrainingOutcome.Stopped)) {
            notes.addAll(drawn(folder));
        }
        listener.on(
                switch (outcome) {
                    case TrainingOutcome.Finished(var progress, var last) ->
                        new TrainingEvent.RunFinished(
                                progress.epochsDone(), progress.step(), recorder.durationSeconds(), last);
                    case TrainingOutcome.Stopped(var progress) ->
                        new TrainingEvent.RunStopped(
                                progress.latestEpoch(),
                                progress.step(),
                                folder.path().toString());
                    case TrainingOutcome.NonFinite _ ->
                        new TrainingEvent.RunFailed(Objects.requireNonNull(message(outcome)));
                });
        return new RunResult(folder.path(), state(outcome), lastMeasured(folder), message(outcome), notes);
    }
}
