package dev.lamina.train;

import dev.lamina.metric.EpochMetrics;
import org.jspecify.annotations.Nullable;

/** How a training ended. */
public sealed interface TrainingOutcome {
    /** Every epoch is done, or early stopping ended it; {@code last} is null when there was nothing left to do. */
    record Finished(Progress progress, @Nullable EpochMetrics last) implements TrainingOutcome {}

    /** Stopped on request, with a checkpoint of exactly this point. */
    record Stopped(Progress progress) implements TrainingOutcome {}

    /** The loss of a step was not finite. */
    record NonFinite(int epoch, long step, NonFinitePlace place) implements TrainingOutcome {}
}
