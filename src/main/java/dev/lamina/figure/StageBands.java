package dev.lamina.figure;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.StageSpan;
import java.util.List;

/** The stretches of a run that were not trained through the linear head, from half an epoch before to half behind. */
public final class StageBands {
    private StageBands() {}

    public static List<Band> of(List<EpochMetrics> epochs) {
        return StageSpan.of(epochs).stream()
                .filter(StageSpan::shaded)
                .map(span -> Band.vertical(span.firstEpoch() - 0.5, span.lastEpoch() + 0.5, span.title()))
                .toList();
    }
}
