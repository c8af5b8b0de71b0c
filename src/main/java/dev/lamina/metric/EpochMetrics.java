package dev.lamina.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at the end of one epoch (epoch and step both count from 1). A metric that was not measured is
 * absent; one that was measured and came out as NaN or infinite is kept as it is. Values iterate in the order of
 * {@link Metric}; the map is copied and cannot be written.
 *
 * @param stage the way the epoch was trained, null where there is only one
 * @param log10UpdateRatios by layer, in the order of the layers: log₁₀ (‖Δw‖ / ‖w‖) of the weights in the epoch's last step,
 *     −∞ where nothing moved; layers that were not trained are absent
 */
public record EpochMetrics(
        int epoch,
        long step,
        @Nullable StageLabel stage,
        Map<Metric, Double> values,
        Map<String, Double> log10UpdateRatios) {
    /** Without update ratios. */
    public EpochMetrics(int epoch, long step, @Nullable StageLabel stage, Map<Metric, Double> values) {
        this(epoch, step, stage, values, Map.of());
    }

    /** Of a run that is trained in one way. */
    public EpochMetrics(int epoch, long step, Map<Metric, Double> values) {
        this(epoch, step, null, values, Map.of());
    }

    public EpochMetrics {
        Map<Metric, Double> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(values);
        values = Collections.unmodifiableMap(ordered);
        log10UpdateRatios = Collections.unmodifiableMap(new LinkedHashMap<>(log10UpdateRatios));
    }

    /** The measured value, which may be NaN; empty when the metric was not measured in this epoch. */
    public OptionalDouble value(Metric metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** These metrics and one more, or one replaced. */
    public EpochMetrics with(Metric metric, double value) {
        Map<Metric, Double> extended = new EnumMap<>(Metric.class);
        extended.putAll(values);
        extended.put(metric, value);
        return new EpochMetrics(epoch, step, stage, extended, log10UpdateRatios);
    }
}
