package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.HostTensor;
import dev.lamina.train.TrainingState.Ended;
import dev.lamina.train.TrainingState.Entering;
import dev.lamina.train.TrainingState.Measuring;
import dev.lamina.train.TrainingState.Stepping;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Trains one network in one session, on the calling thread, from the start or from a checkpoint. Commands are obeyed
 * between two steps; a stop leaves a checkpoint of exactly that point, in the middle of an epoch if need be.
 *
 * <pre>
 *        ┌────────────── an epoch follows ───────────────┐
 *        ▼                                               │
 *   ─▶ Entering ─▶ Stepping ─ no batch is left ─▶ Measuring ─ none follows ─▶ Ended: Finished
 *        ▲           │   ▲ │                        │
 *        │           │   └─┘ a step                 │
 *        └───────────┴── broken off by a stop ──────┘
 *
 *   a stop     in Entering   breaks off what a stage begins with, and is obeyed ─▶ Ended: Stopped
 *              in Stepping   is obeyed before the next step ─▶ Ended: Stopped;
 *                            breaks off the first step, which compiles, and takes it back ─▶ Entering
 *              in Measuring  gives the measurement up; it is made when the run is resumed ─▶ Entering
 *   a command to go back, in Stepping ─▶ Entering where the run stood then
 *   a loss that is not finite, after a step or in Measuring ─▶ Ended: NonFinite
 * </pre>
 */
public final class Trainer implements AutoCloseable {
    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final SessionValues values;
    private final FirstValues first;
    private final RunControl control;
    private final MeasureCommands measuring;
    private final KeptStates states;
    private final StageSequence sequence;
    private final EpochProbes probes;
    private final Replay replay;
    private final Steps steps;
    private final Saving saving;
    private final EpochEnd epochEnd;
    private final NonFiniteOrigin nonFinite;

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
        this.listener = listener.oneAtATime();
        this.values = new SessionValues(session, plan.network());
        Pulse pulse = new Pulse(commands, this.listener);
        this.first = new FirstValues(plan, session, this.listener, pulse);
        this.measuring = new MeasureCommands(
                commands, this.listener, values, observing.map(o -> new Observer(plan, o, this.listener)));
        this.states = new KeptStates(values, this.listener, Progress.start(plan));
        this.control = new RunControl(commands, this.listener, plan, measuring, states);
        this.sequence = new StageSequence(plan, session, values, pulse::stopWaiting);
        this.probes = new EpochProbes(plan, session, this.listener, pulse::stopWaiting);
        this.replay = new Replay(new Checkpoint(Progress.start(plan), Map.of(), Map.of()));
        TimeLeft timeLeft = new TimeLeft(plan.stages());
        this.steps = new Steps(plan, session, this.listener, values, sequence, replay, timeLeft, measuring, pulse);
        this.saving = new Saving(values, replay, checkpoints, this.listener);
        this.epochEnd = new EpochEnd(plan, this.listener, probes, saving, timeLeft);
        this.nonFinite = new NonFiniteOrigin(plan, session, values, replay, pulse);
    }

    /** Trains from newly drawn weights. */
    public TrainingOutcome start() {
        return startWith(Map.of());
    }

    /** Trains from newly drawn weights, but for those whose name and shape these have, which begin as they are here. */
    public TrainingOutcome startWith(Map<String, HostTensor> weights) {
        first.write(values);
        values.overwrite(weights);
        return train(Progress.start(plan));
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
        saving.resumed(checkpoint.progress());
        return train(checkpoint.progress());
    }

    private TrainingOutcome train(Progress from) {
        replay.moveOn(values, from);
        steps.beginAt(from);
        TrainingState state = nextEpoch(from, null);
        while (!(state instanceof Ended ended)) {
            state = switch (state) {
                case Entering(Progress progress) -> enter(progress);
                case Stepping(Progress progress, EpochBatches batches) -> step(progress, batches);
                case Measuring(Progress progress) -> measure(progress);
                case Ended end -> end;
            };
        }
        return ended.outcome();
    }

    /** @param last what was measured of the epoch before, if any was done */
    private TrainingState nextEpoch(Progress progress, @Nullable EpochMetrics last) {
        return epochEnd.isLast(progress)
                ? new Ended(new TrainingOutcome.Finished(progress, last))
                : new Entering(progress);
    }

    private TrainingState enter(Progress progress) {
        try {
            if (sequence.enter(progress)) {
                replay.moveOn(values, progress);
                tellStage(progress);
            }
            return new Stepping(progress, new EpochBatches(sequence.work().batches(), progress));
        } catch (CancellationException _) {
            return stopped(control.obey(progress));
        }
    }

    private void tellStage(Progress progress) {
        if (plan.stages().all().size() > 1) {
            Stage stage = sequence.stage();
            listener.on(new TrainingEvent.StageStarted(
                    progress.step(), stage.label(), stage.firstEpoch(), stage.lastEpoch(), stage.stepsPerEpoch()));
        }
    }

    private TrainingState step(Progress before, EpochBatches batches) {
        Progress progress = control.obey(before);
        if (control.stopped()) {
            return stopped(progress);
        }
        if (control.wentBack()) {
            replay.moveOn(values, progress);
            steps.beginAt(progress);
            return new Entering(progress);
        }
        Stopwatch time = Stopwatch.start();
        if (!batches.next()) {
            return new Measuring(progress);
        }
        Progress after;
        try {
            after = steps.take(progress, batches.batch(), time);
        } catch (CancellationException _) {
            // The batch counts as not taken.
            return new Entering(progress);
        }
        if (!Double.isFinite(after.sums().loss())) {
            return notFinite(after, nonFinite.beforeFailedStep(sequence.work()));
        }
        states.stepDone(after);
        readWhatIsDue(after);
        return new Stepping(after, batches);
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

    private TrainingState measure(Progress progress) {
        EpochMetrics metrics;
        try {
            metrics = epochEnd.measure(progress, steps.lastRate());
        } catch (CancellationException _) {
            return new Entering(progress);
        }
        Stopwatch time = Stopwatch.start();
        Optional<NonFinitePlace> spoiled = nonFinite.spoiledByLastStep(metrics);
        return spoiled.isPresent()
                ? notFinite(progress, spoiled.get())
                : nextEpoch(epochEnd.complete(progress, metrics, time), metrics);
    }

    private TrainingState stopped(Progress progress) {
        saving.saveUnlessSaved(progress);
        return new Ended(new TrainingOutcome.Stopped(progress));
    }

    private TrainingState notFinite(Progress progress, NonFinitePlace place) {
        listener.on(new TrainingEvent.NonFiniteFound(progress.epoch(), progress.step(), place.layer(), place.place()));
        return new Ended(new TrainingOutcome.NonFinite(progress.epoch(), progress.step(), place));
    }

    @Override
    public void close() {
        measuring.close();
        sequence.close();
        probes.close();
    }
}
