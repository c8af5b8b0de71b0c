package dev.lamina.reproduce;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A number that is taken from each run.
 *
 * @param id in files
 * @param label in tables
 * @param unit "%" or empty
 * @param reading from the metrics of a finished run; empty where the run does not have it
 */
public record Quantity(String id, String label, String unit, Function<List<EpochMetrics>, OptionalDouble> reading) {
    /** 100 (1 − accuracy) after the last epoch, by WNLL where the network has that head. */
    static Quantity testError() {
        return new Quantity("test-error", "test error", "%", epochs -> {
            OptionalDouble byWnll = last(epochs, Tags.WNLL_TEST_ACCURACY);
            OptionalDouble accuracy = byWnll.isPresent() ? byWnll : last(epochs, Tags.TEST_ACCURACY);
            return accuracy.stream().map(a -> 100 * (1 - a)).findFirst();
        });
    }

    /** A metric after the last epoch, as it is displayed. */
    static Quantity last(String id, String label, Tag metric) {
        return new Quantity(
                id,
                label,
                metric.unit().equals("%") ? "%" : "",
                epochs -> last(epochs, metric).stream().map(metric::displayed).findFirst());
    }

    /** One that the metrics do not hold. */
    static Quantity measuredApart(String id, String label) {
        return new Quantity(id, label, "%", _ -> OptionalDouble.empty());
    }

    /** A value as tables print it: 12.34 % or 250.1. */
    public String text(double value) {
        if (!Double.isFinite(value)) {
            return "not finite";
        }
        return unit.equals("%")
                ? String.format(Locale.ROOT, "%.2f %%", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static OptionalDouble last(List<EpochMetrics> epochs, Tag metric) {
        return epochs.isEmpty() ? OptionalDouble.empty() : epochs.getLast().value(metric);
    }
}
