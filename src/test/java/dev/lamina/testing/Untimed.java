package dev.lamina.testing;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured in an epoch, without what depends on the clock. */
public final class Untimed {
    private Untimed() {}

    public static EpochMetrics of(EpochMetrics metrics) {
        Map<Tag, Reading> readings = new LinkedHashMap<>(metrics.readings());
        readings.keySet().removeAll(List.of(Tags.EPOCH_SECONDS, Tags.IMAGES_PER_SECOND));
        return new EpochMetrics(metrics.epoch(), metrics.step(), metrics.stage(), readings);
    }
}
