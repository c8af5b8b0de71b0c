package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.graph.Initialization;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.nn.init.Lsuv;
import dev.lamina.probe.BatchResult;
import dev.lamina.tensor.HostTensor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/**
 * Trains one network in one session, on the calling thread, from the start or from a checkpoint. Commands are obeyed
 * between two steps; a stop leaves a checkpoint of exactly that point, in the middle of an epoch if need be.
 */
public final class Trainer implements AutoCloseable {
    private final TrainingPlan plan;
    private final Session session;
    private final TrainingListener listener;
    private final CheckpointStore checkpoints;
    private final RunControl control;
    private final Pulse pulse;
    private final SessionValues values;
    private final TrainingStages stages;
    private final StageSequence sequence;
    private final EpochProbes probes;
    private final TimeLeft timeLeft;
    private final Replay replay;
    private final MeasureCommands measuring;
    private final UpdateSample updates;
    private double lastRate;
    private Optional<Progress> saved = Optional.empty();

    /** One beside which nothing is measured. */
    public Trainer(
            TrainingPlan plan,
            Session session,
            TrainingListener listener,
            CommandQueue commands,
            CheckpointStore checkpoints) {
        this(plan, session, listener, commands, checkpoints, Optional.empty());
    }

    /**
     * Prepares the programs; the session is the caller's to close, after this.
     *
     * @param observing what answers commands to measure; such commands are refused without
     *
     * @throws UnsupportedOperationException naming the layer, if the backend lacks an operation
     */
    public Trainer(
            TrainingPlan plan,
            Session session,
            TrainingListener listener,
            CommandQueue commands,
            CheckpointStore checkpoints,
            Optional<Observing> observing) {
        this.plan = plan;
        this.session = session;
        this.listener = listener.oneAtATime();
        this.checkpoints = checkpoints;
        this.values = new SessionValues(session, plan.network());
        this.measuring = new MeasureCommands(
                commands, this.listener, values, observing.map(o -> new Observer(plan, o, this.listener)));
        this.control = new RunControl(commands, this.listener, plan, measuring);
        this.stages = plan.stages();
        this.pulse = new Pulse(commands, this.listener);
        this.sequence = new StageSequence(plan, session, values, pulse::stopWaiting);
        this.probes = new EpochProbes(plan, session, this.listener, pulse::stopWaiting);
        this.timeLeft = new TimeLeft(stages);
        this.updates = new UpdateSample(session);
        this.replay = new Replay(new Checkpoint(Progress.start(plan), Map.of(), Map.of()));
    }

    /** Trains from newly drawn weights. */
    public TrainingOutcome start() {
        values.initialize(Initialization.draw(plan.network(), plan.initializer(), plan.seeds()));
        if (plan.initializer() instanceof Lsuv lsuv) {
            scaleWeights(lsuv);
        }
        return train(Progress.start(plan));
    }

    private void scaleWeights(Lsuv lsuv) {
        long start = System.nanoTime();
        Batches batches = Batches.shuffled(plan.data().training(), plan.normalization(), plan.batches(), plan.seeds());
        Batch batch = batches.allocate();
        batches.epoch(1).next(batch);
        Collection<Double> variances = new UnitVarianceScaling(session, plan, lsuv, pulse::beat)
                .scale(batch)
                .values();
        double largest =
                variances.stream().mapToDouble(v -> Math.abs(v - 1)).max().orElse(0);
        listener.on(new TrainingEvent.WeightsScaled(variances.size(), largest, secondsSince(start)));
    }

    /** @throws dev.lamina.tensor.BadInputException if {@link #resume} cannot go on from this checkpoint */
    public void requireFit(Checkpoint checkpoint) {
        values.requireFit(checkpoint);
    }

    /** Goes on from a checkpoint of the same plan, whose arrays the trainer takes over. */
    public TrainingOutcome resume(Checkpoint checkpoint) {
        requireFit(checkpoint);
        values.restore(checkpoint);
        replay.takeOver(checkpoint);
        saved = Optional.of(checkpoint.progress());
        return train(checkpoint.progress());
    }

    private TrainingOutcome train(Progress from) {
        replay.moveOn(values, from);
        lastRate = rate(from, Math.max(1, from.step()));
        Progress progress = from;
        EpochMetrics last = null;
        while (progress.epochsDone() < stages.epochs() && !endsEarly(progress)) {
            if (!enterStage(progress)) {
                return stopped(control.obey(progress));
            }
            Batches batches = sequence.work().batches();
            Batch batch = batches.allocate();
            BatchIterator iterator = batches.epoch(progress.epoch(), progress.stepInEpoch());
            while (true) {
                progress = control.obey(progress);
                if (control.stopped()) {
                    return stopped(progress);
                }
                long start = System.nanoTime();
                if (!iterator.next(batch)) {
                    break;
                }
                try {
                    progress = doStep(progress, batch, start);
                } catch (CancellationException _) {
                    // The stop that interrupted the step is obeyed soon; until then the batch counts as not taken.
                    iterator = batches.epoch(progress.epoch(), progress.stepInEpoch());
                    continue;
                }
                if (!Double.isFinite(progress.sums().loss())) {
                    return nonFinite(progress, beforeFailedStep());
                }
                readWhatIsDue(progress);
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
            timeLeft.addCheckpoint(sequence.stage(), secondsSince(start) - seconds);
        }
        return new TrainingOutcome.Finished(progress, last);
    }

    /** Between two steps of an epoch; what a stop breaks off is left out. */
    private void readWhatIsDue(Progress progress) {
        try {
            if (progress.stepInEpoch() < sequence.stage().stepsPerEpoch()) {
                probes.afterStep(progress);
            }
        } catch (CancellationException _) {
            // It is obeyed next.
        }
    }

    /** False if a stop came first. */
    private boolean enterStage(Progress progress) {
        try {
            if (sequence.enter(progress)) {
                replay.moveOn(values, progress);
                if (stages.all().size() > 1) {
                    Stage stage = sequence.stage();
                    listener.on(new TrainingEvent.StageStarted(
                            progress.step(),
                            stage.label(),
                            stage.firstEpoch(),
                            stage.lastEpoch(),
                            stage.stepsPerEpoch()));
                }
            }
            return true;
        } catch (CancellationException _) {
            return false;
        }
    }

    private TrainingOutcome stopped(Progress progress) {
        if (!saved.equals(Optional.of(progress))) {
            save(progress, CheckpointKind.LAST);
        }
        return new TrainingOutcome.Stopped(progress);
    }

    /** @param startNanos when the batch began to be made, which counts as training */
    private Progress doStep(Progress before, Batch batch, long startNanos) {
        double rate = rate(before, before.step() + 1);
        HostTensor hyperparameters =
                before.settings().hyperparameters(plan.optimizer(), rate, stages.stepInStage(before.step() + 1));
        long samplingStart = System.nanoTime();
        boolean sampled = before.stepInEpoch() + 1 == sequence.stage().stepsPerEpoch();
        if (sampled) {
            // Of an epoch's last step; reading all weights at every step would cost too much.
            updates.take(sequence.work().weights());
        }
        double samplingSeconds = secondsSince(samplingStart);
        BatchResult result = run(batch, hyperparameters, before);
        lastRate = rate;
        double seconds = secondsSince(startNanos) - samplingSeconds;
        timeLeft.addStep(sequence.stage(), seconds);
        EpochSums added = before.sums().plus(result.loss(), result.correct(), batch.size(), seconds);
        EpochSums sums = sampled ? added.with(updates.log10Ratios()) : added;
        Progress after = before.afterStep(sums);
        if (Double.isFinite(result.loss()) && replay.isLong(seconds)) {
            replay.moveOn(values, after);
        }
        measuring.stepDone(after, seconds);
        listener.on(new TrainingEvent.StepCompleted(
                after.epoch(),
                after.stepInEpoch(),
                sequence.stage().stepsPerEpoch(),
                after.step(),
                result.loss(),
                result.correct() / batch.size(),
                rate,
                sums.imagesPerSecond(),
                timeLeft.seconds(after)));
        return after;
    }

    /** The first step compiles as it goes and can take seconds: a stop breaks it off. Others are finished. */
    private BatchResult run(Batch batch, HostTensor hyperparameters, Progress before) {
        boolean breakable = replay.isAtPoint();
        replay.add(hyperparameters);
        try {
            return sequence.work().run(batch, hyperparameters, before, () -> pulse.stopWaiting() && breakable);
        } catch (CancellationException e) {
            if (breakable) {
                replay.goBack(values);
            }
            throw e;
        }
    }

    private double rate(Progress progress, long atStep) {
        return stages.learningRate(atStep) * progress.settings().learningRateFactor();
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
        timeLeft.addBetween(sequence.stage(), measuringSeconds);
        Progress after = progress.afterEpoch(progress.best());
        listener.on(
                new TrainingEvent.EpochCompleted(metrics, stages.epochs(), measuringSeconds, timeLeft.seconds(after)));
    }

    private BestEpoch best(Progress progress, EpochMetrics metrics) {
        double minimum =
                plan.earlyStopping().map(EarlyStopping::minimumImprovement).orElse(0.0);
        OptionalDouble accuracy = metrics.value(stages.decidingAccuracy());
        return accuracy.isPresent()
                ? progress.best().with(metrics.epoch(), accuracy.getAsDouble(), minimum)
                : progress.best();
    }

    private void checkpointAfterEpoch(Progress progress) {
        boolean end = progress.epochsDone() == stages.epochs() || endsEarly(progress);
        if (progress.best().epoch() == progress.epochsDone()) {
            save(progress, CheckpointKind.BEST);
        } else if (end || progress.epochsDone() % plan.checkpointEveryEpochs() == 0) {
            save(progress, CheckpointKind.LAST);
        }
        if (end && progress.epochsDone() < stages.epochs()) {
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
        String place = checkpoints.save(replay.moveOn(values, progress), kind);
        saved = Optional.of(progress);
        listener.on(new TrainingEvent.CheckpointWritten(progress.latestEpoch(), progress.step(), kind.id(), place));
    }

    /** Goes back to before the step whose loss was not finite, and looks where that comes from. */
    private NonFinitePlace beforeFailedStep() {
        return replay.toLastStep(values, sequence.work(), pulse::stopWaiting)
                .flatMap(failed -> NonFiniteSearch.in(session, plan, failed, pulse::beat))
                .orElse(new NonFinitePlace("head", Message.of("train.loss")));
    }

    /** An epoch's last update can spoil the parameters; no further step would show it before the checkpoint. */
    private Optional<NonFinitePlace> spoiledByLastStep(EpochMetrics metrics) {
        return Double.isFinite(metrics.value(Tags.TEST_LOSS).orElse(Double.NaN))
                ? Optional.empty()
                : NonFiniteSearch.inValues(session, plan.network());
    }

    private TrainingOutcome nonFinite(Progress progress, NonFinitePlace place) {
        listener.on(new TrainingEvent.NonFiniteFound(progress.epoch(), progress.step(), place.layer(), place.place()));
        return new TrainingOutcome.NonFinite(progress.epoch(), progress.step(), place);
    }

    @Override
    public void close() {
        measuring.close();
        sequence.close();
        probes.close();
    }
}
