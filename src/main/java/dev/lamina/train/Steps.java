package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.batch.BatchResult;
import dev.lamina.data.Batch;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.tensor.HostTensor;
import java.util.concurrent.CancellationException;

/** Does steps, one at a time: its rate, its work, what it adds to the epoch, and the word that it is done. */
final class Steps {
    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final SessionValues values;
    private final StageSequence sequence;
    private final Replay replay;
    private final TimeLeft timeLeft;
    private final MeasureCommands measuring;
    private final Pulse pulse;
    private final UpdateSample updates;
    private double lastRate;

    Steps(
            TrainingPlan plan,
            Session session,
            TrainingListener listener,
            SessionValues values,
            StageSequence sequence,
            Replay replay,
            TimeLeft timeLeft,
            MeasureCommands measuring,
            Pulse pulse) {
        this.plan = plan;
        this.listener = listener;
        this.values = values;
        this.sequence = sequence;
        this.replay = replay;
        this.timeLeft = timeLeft;
        this.measuring = measuring;
        this.pulse = pulse;
        this.updates = new UpdateSample(session);
    }

    /** Goes on from here, as if the step before had been done. */
    void beginAt(Progress from) {
        lastRate = rate(from, Math.max(1, from.step()));
    }

    /** The learning rate of the last step that was done. */
    double lastRate() {
        return lastRate;
    }

    private double rate(Progress progress, long atStep) {
        return plan.stages().learningRate(atStep) * progress.settings().learningRateFactor();
    }

    /**
     * Does the step after {@code before}.
     *
     * @param time since the batch began to be made, which counts as training
     * @throws CancellationException if a stop broke it off; nothing has changed then
     */
    Progress take(Progress before, Batch batch, Stopwatch time) {
        double rate = rate(before, before.step() + 1);
        HostTensor hyperparameters = before.settings()
                .hyperparameters(plan.optimizer(), rate, plan.stages().stepInStage(before.step() + 1));
        Stopwatch sampling = Stopwatch.start();
        boolean sampled = before.stepInEpoch() + 1 == sequence.stage().stepsPerEpoch();
        if (sampled) {
            // Of an epoch's last step; reading all weights at every step would cost too much.
            updates.take(sequence.work().weights());
        }
        double samplingSeconds = sampling.seconds();
        BatchResult result = run(batch, hyperparameters, before);
        lastRate = rate;
        double seconds = time.seconds() - samplingSeconds;
        EpochSums added = before.sums().plus(result.loss(), result.correct(), batch.size(), seconds);
        Progress after = before.afterStep(sampled ? added.with(updates.log10Ratios()) : added);
        done(after, result, batch.size(), seconds);
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

    private void done(Progress after, BatchResult result, int batchSize, double seconds) {
        timeLeft.addStep(sequence.stage(), seconds);
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
                result.correct() / batchSize,
                lastRate,
                after.sums().imagesPerSecond(),
                timeLeft.seconds(after)));
    }
}
