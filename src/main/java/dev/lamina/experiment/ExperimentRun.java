package dev.lamina.experiment;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Session;
import dev.lamina.config.BackendConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import dev.lamina.train.Checkpoint;
import dev.lamina.train.Trainer;
import dev.lamina.train.TrainingOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run in one folder, from its start or its last checkpoint to its end, on the calling thread. */
final class ExperimentRun {
    private final DataLocation where;
    private final TrainingListener listener;
    private final CommandQueue commands;

    ExperimentRun(DataLocation where, TrainingListener listener, CommandQueue commands) {
        this.where = where;
        this.listener = listener;
        this.commands = commands;
    }

    /** A new run; if data, network or backend turn out to be unsound, no folder stays behind. */
    RunResult start(ExperimentConfig config, Path path) {
        RunFolder.requireNew(path);
        ExperimentSetup setup = ExperimentSetup.of(config, where);
        Backend backend = Backends.create(config.backend().name());
        try (Session session = backend.open(config.backend().session())) {
            RunFolder folder = RunFolder.create(path, config);
            RunRecorder recorder = new RunRecorder(folder, RunRecord.of(setup, machine(backend, config.backend())));
            Trainer trainer;
            try {
                recorder.save();
                trainer = trainer(setup, session, recorder);
            } catch (RuntimeException | Error e) {
                folder.discard();
                throw e;
            }
            try (RunLock _ = RunLock.of(folder)) {
                return train(setup, trainer, recorder, Optional.empty());
            }
        }
    }

    /** Goes on from the last checkpoint, or from the start where there is none. */
    RunResult resume(RunFolder folder) {
        ExperimentConfig config = folder.readConfig();
        RunRecord record = folder.readRecord();
        if (record.state() == RunState.FINISHED) {
            throw new BadInputException(
                    folder.path() + ": the run is finished, there is nothing to resume; start another with 'run'");
        }
        ExperimentSetup setup = ExperimentSetup.of(config, where);
        requireSameData(folder, record, setup);
        Optional<Checkpoint> checkpoint = checkpoints(setup, folder).last();
        Backend backend = Backends.create(config.backend().name());
        try (RunLock _ = RunLock.of(folder);
                Session session = backend.open(config.backend().session())) {
            int epochs = checkpoint.map(c -> c.progress().epochsDone()).orElse(0);
            long step = checkpoint.map(c -> c.progress().step()).orElse(0L);
            RunRecorder recorder = new RunRecorder(
                    folder,
                    record.on(machine(backend, config.backend())).after(record.durationSeconds(), epochs, step));
            Trainer trainer = trainer(setup, session, recorder);
            new MetricsFile(folder.metrics()).truncateAfter(epochs);
            return train(setup, trainer, recorder, checkpoint);
        }
    }

    private static void requireSameData(RunFolder folder, RunRecord record, ExperimentSetup setup) {
        boolean same = record.data().trainingSha256().equals(setup.data().trainingSha256())
                && record.data().testSha256().equals(setup.data().testSha256());
        if (!same) {
            throw new BadInputException(folder.record() + ": the data of '"
                    + record.data().source() + "' is not what the run began with; point --data-dir at the same files");
        }
    }

    private static MachineDescription machine(Backend backend, BackendConfig config) {
        return MachineDescription.of(backend, config.session());
    }

    private static CheckpointFiles checkpoints(ExperimentSetup setup, RunFolder folder) {
        return new CheckpointFiles(
                folder.checkpoints(), setup.plan().network(), setup.config().seed());
    }

    private Trainer trainer(ExperimentSetup setup, Session session, RunRecorder recorder) {
        return new Trainer(
                setup.plan(), session, recorder.and(listener), commands, checkpoints(setup, recorder.folder()));
    }

    private RunResult train(
            ExperimentSetup setup, Trainer trainer, RunRecorder recorder, Optional<Checkpoint> checkpoint) {
        try (trainer) {
            recorder.enter(RunState.RUNNING, null);
            listener.on(started(setup, recorder));
            TrainingOutcome outcome = checkpoint.map(trainer::resume).orElseGet(trainer::start);
            return end(recorder, outcome);
        } catch (RuntimeException | Error e) {
            recorder.enterFailed(Failures.line(e));
            throw e;
        }
    }

    private static TrainingEvent.RunStarted started(ExperimentSetup setup, RunRecorder recorder) {
        RunRecord record = recorder.record();
        return new TrainingEvent.RunStarted(
                record.name(),
                recorder.folder().path().toString(),
                setup.plan().epochs(),
                setup.stepsPerEpoch(),
                record.step(),
                record.data().trainingImages(),
                record.network().parameters(),
                record.machine().backend(),
                record.machine().device(),
                record.seed());
    }

    private RunResult end(RunRecorder recorder, TrainingOutcome outcome) {
        String folder = recorder.folder().path().toString();
        return switch (outcome) {
            case TrainingOutcome.Finished(var progress, var last) -> {
                recorder.enter(RunState.FINISHED, null);
                List<String> notes = figures(recorder.folder());
                listener.on(new TrainingEvent.RunFinished(
                        progress.epochsDone(), progress.step(), recorder.durationSeconds(), last));
                yield result(recorder, RunState.FINISHED, null, notes);
            }
            case TrainingOutcome.Stopped(var progress) -> {
                recorder.enter(RunState.STOPPED, null);
                List<String> notes = figures(recorder.folder());
                listener.on(new TrainingEvent.RunStopped(progress.latestEpoch(), progress.step(), folder));
                yield result(recorder, RunState.STOPPED, null, notes);
            }
            case TrainingOutcome.NonFinite(int epoch, long step, var place) -> {
                String message = "step " + step + " (epoch " + epoch + "): the loss is not finite; first at layer "
                        + place.layer() + ", " + place.place() + "; try a smaller learning rate";
                recorder.enterFailed(message);
                List<String> notes = figures(recorder.folder());
                listener.on(new TrainingEvent.RunFailed(message));
                yield result(recorder, RunState.FAILED, message, notes);
            }
        };
    }

    private static RunResult result(
            RunRecorder recorder, RunState state, @Nullable String message, List<String> notes) {
        List<EpochMetrics> epochs = new MetricsFile(recorder.folder().metrics()).read();
        return new RunResult(
                recorder.folder().path(), state, epochs.isEmpty() ? null : epochs.getLast(), message, notes);
    }

    /** A run is what it is even where its figures cannot be drawn; the reason becomes a note. */
    private static List<String> figures(RunFolder folder) {
        try {
            return RunFigures.write(folder, FigureStyle.doubleColumn()).stream()
                    .map(WrittenFigure::notes)
                    .flatMap(List::stream)
                    .toList();
        } catch (BadInputException e) {
            return List.of(Failures.line(e));
        }
    }
}
