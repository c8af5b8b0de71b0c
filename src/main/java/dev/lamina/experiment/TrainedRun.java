package dev.lamina.experiment;

import dev.lamina.archive.CheckpointFiles;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.StoredRun;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.batch.Interruption;
import dev.lamina.config.BackendConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.message.Message;
import dev.lamina.probe.ProbeContext;
import dev.lamina.tensor.BadInputException;
import dev.lamina.train.Checkpoint;
import dev.lamina.train.CheckpointKind;
import dev.lamina.train.NetworkValues;
import dev.lamina.train.Progress;
import dev.lamina.train.TrainingPlan;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run's network with the values of a checkpoint in a session of its own, for measurements.
 *
 * @param progress how far it was trained
 * @param checkpoint which one it is, in words
 */
record TrainedRun(TrainingPlan plan, Session session, Progress progress, Message checkpoint) implements AutoCloseable {
    /**
     * Reads data and checkpoint.
     *
     * @param threads instead of those of the run's configuration
     * @throws BadInputException if the folder is no single run, has no checkpoint yet, or its data is not what it was
     */
    static TrainedRun open(StoredRun run, CheckpointChoice choice, DataLocation where, OptionalInt threads) {
        RunFolder folder = run.folder();
        ExperimentConfig config = run.config(Backends::unserved);
        if (!config.single()) {
            throw new BadInputException(Message.of("archive.sweep").at(folder.path()));
        }
        ExperimentSetup setup = ExperimentSetup.of(config, where);
        new ResumeCheck(folder, run.record(), setup).requireSameData();
        CheckpointFiles files =
                new CheckpointFiles(folder.checkpoints(), setup.plan().network(), config.seed());
        Optional<Checkpoint> best = choice == CheckpointChoice.BEST ? best(files) : Optional.empty();
        Checkpoint checkpoint = best.or(() -> last(files))
                .orElseThrow(() -> new BadInputException(
                        Message.of("experiment.noCheckpointYet").at(folder.checkpoints())));
        Session session = Backends.create(config.backend().name()).open(settings(config.backend(), threads));
        try {
            NetworkValues.load(session, setup.plan().network(), checkpoint.weights());
            Message words = Message.of(
                    best.isPresent() ? "experiment.bestCheckpoint" : "experiment.lastCheckpoint",
                    checkpoint.progress().step());
            return new TrainedRun(setup.plan(), session, checkpoint.progress(), words);
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    private static Optional<Checkpoint> best(CheckpointFiles files) {
        try {
            return files.best();
        } catch (BadInputException e) {
            throw files.offering(CheckpointKind.LAST, Message.of("experiment.measureLast"), e);
        }
    }

    private static Optional<Checkpoint> last(CheckpointFiles files) {
        try {
            return files.last();
        } catch (BadInputException e) {
            throw files.offering(CheckpointKind.BEST, Message.of("experiment.measureBest"), e);
        }
    }

    private static SessionSettings settings(BackendConfig config, OptionalInt threads) {
        return threads.isPresent() ? config.session().withThreads(threads.getAsInt()) : config.session();
    }

    /** What a probe measures on. */
    ProbeContext context() {
        return plan.probeContext(session, Interruption.NEVER);
    }

    @Override
    public void close() {
        session.close();
    }
}
