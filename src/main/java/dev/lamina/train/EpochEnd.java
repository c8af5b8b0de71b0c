package dev.lamina.train;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import java.util.OptionalDouble;

/** What comes after an epoch's last step: its measurement, the best epoch so far, its checkpoint, perhaps an early stop. */
final class EpochEnd {
    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final EpochProbes probes;
    private final Saving saving;
    private final TimeLeft timeLeft;

    EpochEnd(TrainingPlan plan, TrainingListener listener, EpochProbes probes, Saving saving, TimeLeft timeLeft) {
        this.plan = plan;
        this.listener = listener;
        this.probes = probes;
        this.saving = saving;
        this.timeLeft = timeLeft;
    }

    /**
     * Measures the network and tells what came of it.
     *
     * @param progress with every step of the epoch done
     * @param learningRate of the epoch's last step
     * @throws java.util.concurrent.CancellationException if a stop comes first; nothing has been told then
     */
    EpochMetrics measure(Progress progress, double learningRate) {
        Stopwatch time = Stopwatch.start();
        EpochMetrics metrics = probes.measure(progress, learningRate);
        double seconds = time.seconds();
        timeLeft.addBetween(plan.stages().ofEpoch(progress.epoch()), seconds);
        Progress after = progress.afterEpoch(progress.best());
        listener.on(
                new TrainingEvent.EpochCompleted(metrics, plan.stages().epochs(), seconds, timeLeft.seconds(after)));
        return metrics;
    }

    /**
     * Goes on to the next epoch, with a checkpoint where one is due.
     *
     * @param time since the epoch was measured
     */
    Progress complete(Progress progress, EpochMetrics metrics, Stopwatch time) {
        Progress after = progress.afterEpoch(best(progress, metrics));
        checkpoint(after);
        timeLeft.addCheckpoint(plan.stages().ofEpoch(progress.epoch()), time.seconds());
        return after;
    }

    private BestEpoch best(Progress progress, EpochMetrics metrics) {
        double minimum =
                plan.earlyStopping().map(EarlyStopping::minimumImprovement).orElse(0.0);
        OptionalDouble accuracy = metrics.value(plan.stages().decidingAccuracy());
        return accuracy.isPresent()
                ? progress.best().with(metrics.epoch(), accuracy.getAsDouble(), minimum)
                : progress.best();
    }

    private void checkpoint(Progress progress) {
        boolean end = isLast(progress);
        if (progress.best().epoch() == progress.epochsDone()) {
            saving.save(progress, CheckpointKind.BEST);
        } else if (end || progress.epochsDone() % plan.checkpointEveryEpochs() == 0) {
            saving.save(progress, CheckpointKind.LAST);
        }
        if (end && progress.epochsDone() < plan.stages().epochs()) {
            listener.on(new TrainingEvent.StoppedEarly(
                    progress.epochsDone(),
                    progress.best().epoch(),
                    progress.best().validationAccuracy()));
        }
    }

    /** Whether no epoch follows those that are done. */
    boolean isLast(Progress progress) {
        return progress.epochsDone() >= plan.stages().epochs() || endsEarly(progress);
    }

    private boolean endsEarly(Progress progress) {
        return progress.epochsDone() > 0
                && plan.earlyStopping()
                        .filter(rule -> rule.endsAfter(progress.epochsDone(), progress.best()))
                        .isPresent();
    }
}
