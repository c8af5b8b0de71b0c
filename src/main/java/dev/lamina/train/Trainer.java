package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.graph.Initialization;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import dev.lamina.probe.BatchResult;
import dev.lamina.tensor.HostTensor;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Trains one network in one session, on the calling thread, from the start or from a checkpoint. Commands are obeyed
 * between two steps; a stop leaves a checkpoint of exactly that point, in the middle of an epoch if need be.
 */
public final class Trainer implements AutoCloseable {
    private final TrainingPlan plan;
    private final Session session;
    private final TrainingListener listener;
    private final CommandQueue commands;
    private final CheckpointStore checkpoints;
    private final RunControl control;
    private final Batches batches;
    private final TrainingStep step;
    private final SessionValues values;
    private final EpochProbes probes;
    private final TimeLeft timeLeft;
    private final Replay replay;
    private double lastRate;
    private Optional<Progress> saved = Optional.empty();

    /**
     * Prepares the programs; the session is the caller's to close, after this.
     *
     * @throws UnsupportedOperationException naming the layer, if the backend lacks an operation
     */
    public Trainer(
            TrainingPlan plan,
            Session session,
            TrainingListener listener,
            CommandQueue commands,
            CheckpointStore checkpoints) {
        this.plan = plan;
        this.session = session;
        this.listener = listener;
        this.commands = commands;
        this.checkpoints = checkpoints;
        this.control = new RunControl(commands, listener, plan);
        this.batches = Batches.shuffled(plan.data().training(), plan.normalization(), plan.batches(), plan.seeds());
        this.step = new TrainingStep(session, plan);
        step.prepare(Math.min(plan.batches().batchSize(), batches.examplesPerEpoch()));
        this.values = new SessionValues(session, plan.network());
        this.probes = new EpochProbes(plan, session, listener, commands::stopWaiting);
        this.timeLeft = new TimeLeft(plan.epochs(), batches.perEpoch());
        this.replay = new Replay(values.capture(Progress.start(plan)));
    }

    /** Trains from newly drawn weights. */
    public TrainingOutcome start() {
        values.initialize(Initialization.draw(plan.network(), plan.initializer(), plan.seeds()));
        return train(Progress.start(plan));
    }

    /** @throws dev.lamina.tensor.BadInputException if {@link #resume} cannot go on from this checkpoint */
    public void requireFit(Checkpoint checkpoint) {
        values.requireFit(checkpoint);
    }

    /** Goes on from a checkpoint of the same plan. */
    public TrainingOutcome resume(Checkpoint checkpoint) {
        requireFit(checkpoint);
        values.restore(checkpoint);
        saved = Optional.of(checkpoint.progress());
        return train(checkpoint.progress());
    }

    private TrainingOutcome train(Progress from) {
        replay.restart(values.capture(from));
        lastRate = rate(from, Math.max(1, from.step()));
        Progress progress = from;
        Batch batch = batches.allocate();
        EpochMetrics last = null;
        while (progress.epochsDone() < plan.epochs() && !endsEarly(progress)) {
            BatchIterator iterator = batches.epoch(progress.epoch(), progress.stepInEpoch());
            while (true) {
                progress = control.obey(progress);
                if (control.stopped()) {
                    if (!saved.equals(Optional.of(progress))) {
                        save(progress, CheckpointKind.LAST);
                    }
                    return new TrainingOutcome.Stopped(progress);
                }
                long start = System.nanoTime();
                if (!iterator.next(batch)) {
                    break;
                }
                progress = doStep(progress, batch, start);
                if (!Double.isFinite(progress.sums().loss())) {
                    return nonFinite(progress, beforeFailedStep());
                }
            }
            long start = System.nanoTime();
            Optional<EpochMetrics> measured = measure(progress);
            if (measured.isEmpty()) {
                // The stop that interrupted the measurement is obeyed next.
                continue;
            }
            last = measured.get();
            double seconds = secondsSince(start);
            epochCompleted(progress, last, seconds);
            Optional<NonFinitePlace> spoiled = spoiledByLastStep(last);
            if (spoiled.isPresent()) {
                return nonFinite(progress, spoiled.get());
            }
            progress = progress.afterEpoch(best(progress, last));
            checkpointAfterEpoch(progress);
            timeLeft.addCheckpoint(secondsSince(start) - seconds);
        }
        return new TrainingOutcome.Finished(progress, last);
    }

    /** @param startNanos when the batch began to be made, which counts as training */
    private Progress doStep(Progress before, Batch batch, long startNanos) {
        double rate = rate(before, before.step() + 1);
        HostTensor hyperparameters = before.settings().hyperparameters(plan.optimizer(), rate, before.step() + 1);
        replay.add(hyperparameters);
        lastRate = rate;
        BatchResult result = step.run(batch, hyperparameters, before);
        double seconds = secondsSince(startNanos);
        timeLeft.addStep(seconds);
        EpochSums sums = before.sums().plus(result.loss(), result.correct(), batch.size(), seconds);
        Progress after = before.afterStep(sums);
        if (Double.isFinite(result.loss()) && replay.isLong(seconds)) {
            replay.restart(values.capture(after));
        }
        listener.on(new TrainingEvent.StepCompleted(
                after.epoch(),
                after.stepInEpoch(),
                batches.perEpoch(),
                after.step(),
                result.loss(),
                (double) result.correct() / batch.size(),
                rate,
                sums.imagesPerSecond(),
                timeLeft.seconds(after)));
        return after;
    }

    private double rate(Progress progress, long atStep) {
        return plan.learningRate().at(atStep) * progress.settings().learningRateFactor();
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) * 1e-9;
    }

    /** Empty if a stop came first; the epoch is measured when the run is resumed. */
    private Optional<EpochMetrics> measure(Progress progress) {
        try {
            return Optional.of(probes.measure(progress, lastRate));
        } catch (CancellationException _) {
            return Optional.empty();
        }
    }

    private void epochCompleted(Progress progress, EpochMetrics metrics, double measuringSeconds) {
        timeLeft.addBetween(measuringSeconds);
        Progress after = progress.afterEpoch(progress.best());
        listener.on(
                new TrainingEvent.EpochCompleted(metrics, plan.epochs(), measuringSeconds, timeLeft.seconds(after)));
    }

    private BestEpoch best(Progress progress, EpochMetrics metrics) {
        double minimum =
                plan.earlyStopping().map(EarlyStopping::minimumImprovement).orElse(0.0);
        return metrics.values().containsKey(Metric.VALIDATION_ACCURACY)
                ? progress.best()
                        .with(
                                metrics.epoch(),
                                metrics.value(Metric.VALIDATION_ACCURACY).orElseThrow(),
                                minimum)
                : progress.best();
    }

    private void checkpointAfterEpoch(Progress progress) {
        boolean end = progress.epochsDone() == plan.epochs() || endsEarly(progress);
        if (progress.best().epoch() == progress.epochsDone()) {
            save(progress, CheckpointKind.BEST);
        } else if (end || progress.epochsDone() % plan.checkpointEveryEpochs() == 0) {
            save(progress, CheckpointKind.LAST);
        }
        if (end && progress.epochsDone() < plan.epochs()) {
            listener.on(new TrainingEvent.StoppedEarly(
                    progress.epochsDone(),
                    progress.best().epoch(),
                    progress.best().validationAccuracy()));
        }
    }

    private boolean endsEarly(Progress progress) {
        return progress.epochsDone() > 0
                && plan.earlyStopping()
                        .filter(rule -> rule.endsAfter(progress.epochsDone(), progress.best()))
                        .isPresent();
    }

    private void save(Progress progress, CheckpointKind kind) {
        Checkpoint checkpoint = values.capture(progress);
        String place = checkpoints.save(checkpoint, kind);
        replay.restart(checkpoint);
        saved = Optional.of(progress);
        listener.on(new TrainingEvent.CheckpointWritten(progress.latestEpoch(), progress.step(), kind.id(), place));
    }

    /** Goes back to before the step whose loss was not finite, and looks where that comes from. */
    private NonFinitePlace beforeFailedStep() {
        return replay.toLastStep(values, batches, step, commands::stopWaiting)
                .flatMap(failed -> NonFiniteSearch.in(session, plan, failed))
                .orElse(new NonFinitePlace("head", "loss"));
    }

    /** An epoch's last update can spoil the parameters; no further step would show it before the checkpoint. */
    private Optional<NonFinitePlace> spoiledByLastStep(EpochMetrics metrics) {
        return Double.isFinite(metrics.value(Metric.TEST_LOSS).orElse(0))
                ? Optional.empty()
                : NonFiniteSearch.inValues(session, plan.network());
    }

    private TrainingOutcome nonFinite(Progress progress, NonFinitePlace place) {
        listener.on(new TrainingEvent.NonFiniteFound(progress.epoch(), progress.step(), place.layer(), place.place()));
        return new TrainingOutcome.NonFinite(progress.epoch(), progress.step(), place);
    }

    @Override
    public void close() {
        step.close();
        probes.close();
    }
}
