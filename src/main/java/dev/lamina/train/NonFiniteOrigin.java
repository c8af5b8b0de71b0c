package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import java.util.Optional;

/** Where a loss that is not finite comes from. */
record NonFiniteOrigin(TrainingPlan plan, Session session, SessionValues values, Replay replay, Pulse pulse) {
    /** Of a step's loss: goes back to before that step, which is the last one done, and looks from there. */
    NonFinitePlace beforeFailedStep(StageWork work) {
        return replay.toLastStep(values, work, pulse::stopWaiting)
                .flatMap(failed -> NonFiniteSearch.in(session, plan, failed, pulse::beat))
                .orElse(new NonFinitePlace("head", Message.of("train.loss")));
    }

    /** An epoch's last update can spoil the parameters; no further step would show it before the checkpoint. */
    Optional<NonFinitePlace> spoiledByLastStep(EpochMetrics metrics) {
        return Double.isFinite(metrics.value(Tags.TEST_LOSS).orElse(Double.NaN))
                ? Optional.empty()
                : NonFiniteSearch.inValues(session, plan.network());
    }
}
