package dev.lamina.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at the end of one epoch (epoch and step both count from 1), in the order of measuring: numbers, and
 * numbers by layer. What was not measured is absent. The map is copied and cannot be written.
 *
 * @param stage the way the epoch was trained, null where there is only one
 */
public record EpochMetrics(int epoch, long step, @Nullable StageLabel stage, Map<Tag, Reading> readings) {
    public EpochMetrics {
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /** Numbers of a run that is trained in one way. */
    public static EpochMetrics of(int epoch, long step, Map<Tag, Double> values) {
        return of(epoch, step, null, values);
    }

    /** Numbers of a stage. */
    public static EpochMetrics of(int epoch, long step, @Nullable StageLabel stage, Map<Tag, Double> values) {
        Map<Tag, Reading> readings = new LinkedHashMap<>();
        values.forEach((tag, value) -> readings.put(tag, new Reading.Scalar(value)));
        return new EpochMetrics(epoch, step, stage, readings);
    }

    /** The measured number, which may be NaN; empty when it was not measured in this epoch. */
    public OptionalDouble value(Tag tag) {
        return readings.get(tag) instanceof Reading.Scalar(double value)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    /** GBR of the function that was measured, under whichever of {@link Tags#GBRS} it is; empty when none was. */
    public OptionalDouble gbr() {
        return Tags.GBRS.stream()
                .map(this::value)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** The measured number of each layer; none when it was not measured in this epoch. */
    public Map<String, Double> byLayer(Tag tag) {
        return readings.get(tag) instanceof Reading.PerLayer(Map<String, Double> values) ? values : Map.of();
    }

    /** These readings and one more, or one replaced. */
    public EpochMetrics with(Tag tag, Reading reading) {
        Map<Tag, Reading> extended = new LinkedHashMap<>(readings);
        extended.put(tag, reading);
        return new EpochMetrics(epoch, step, stage, extended);
    }
}
