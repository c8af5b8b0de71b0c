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
import dev.lamina.tensor.HostTensor;
import java.util.Optional;

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
    private final Batches batches;
    private final TrainingStep step;
    private final SessionValues values;
    private final EpochProbes probes;
    private final TimeLeft timeLeft;
    private final Replay replay = new Replay();
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
        this.checkpoints = checkpoints;
        this.control = new RunControl(commands, listener, plan.learningRate());
        this.batches = Batches.shuffled(plan.data().training(), plan.normalization(), plan.batches(), plan.seeds());
        this.step = new TrainingStep(session, plan);
        step.prepare(Math.min(plan.batches().batchSize(), batches.examplesPerEpoch()));
        this.values = new SessionValues(session, plan.network());
        this.probes = new EpochProbes(plan, session, listener);
        this.timeLeft = new TimeLeft(plan.epochs(), batches.perEpoch());
    }

    /** Trains from newly drawn weights. */
    public TrainingOutcome start() {
        initialize();
        return train(Progress.start(plan));
    }

    /** Goes on from a checkpoint of the same plan. */
    public TrainingOutcome resume(Checkpoint checkpoint) {
        values.restore(checkpoint);
        saved = Optional.of(checkpoint.progress());
        return train(checkpoint.progress());
    }

    private void initialize() {
        values.initialize(Initialization.draw(plan.network(), plan.initializer(), plan.seeds()));
    }

    private TrainingOutcome train(Progress from) {
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
                if (!iterator.next(batch)) {
                    break;
                }
                progress = doStep(progress, batch);
                if (!Double.isFinite(progress.sums().loss())) {
                    return nonFinite(progress, beforeFailedStep());
                }
            }
            last = finishEpoch(progress);
            Optional<NonFinitePlace> spoiled = spoiledByLastStep(last);
            if (spoiled.isPresent()) {
                return nonFinite(progress, spoiled.get());
            }
            progress = progress.afterEpoch(best(progress, last));
            checkpointAfterEpoch(progress);
        }
        return new TrainingOutcome.Finished(progress, last);
    }

    private Progress doStep(Progress before, Batch batch) {
        long start = System.nanoTime();
        double rate = rate(before, before.step() + 1);
        HostTensor hyperparameters = before.settings().hyperparameters(plan.optimizer(), rate, before.step() + 1);
        replay.add(hyperparameters);
        TrainingStep.Result result = step.run(batch, hyperparameters, before);
        double seconds = (System.nanoTime() - start) * 1e-9;
        timeLeft.addStep(seconds);
        EpochSums sums = before.sums().plus(result.loss(), result.correct(), batch.size(), seconds);
        Progress after = before.afterStep(sums);
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

    private EpochMetrics finishEpoch(Progress progress) {
        long start = System.nanoTime();
        EpochMetrics metrics = probes.measure(progress, rate(progress, progress.step()));
        timeLeft.addBetween((System.nanoTime() - start) * 1e-9);
        Progress after = progress.afterEpoch(progress.best());
        listener.on(new TrainingEvent.EpochCompleted(metrics, plan.epochs(), timeLeft.seconds(after)));
        return metrics;
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
        String place = checkpoints.save(values.capture(progress), kind);
        replay.restart();
        saved = Optional.of(progress);
        listener.on(new TrainingEvent.CheckpointWritten(progress.latestEpoch(), progress.step(), kind.id(), place));
    }

    /** Goes back to before the step whose loss was not finite, and looks where that comes from. */
    private NonFinitePlace beforeFailedStep() {
        Optional<Checkpoint> checkpoint = checkpoints.last();
        checkpoint.ifPresentOrElse(values::restore, this::initialize);
        Progress from = checkpoint.map(Checkpoint::progress).orElseGet(() -> Progress.start(plan));
        Batch batch = replay.toLastStep(from, batches, step);
        return NonFiniteSearch.before(session, plan.network(), batch).orElse(new NonFinitePlace("head", "loss"));
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
