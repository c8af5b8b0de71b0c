package dev.lamina.ui.run;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import dev.lamina.ui.chart.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a run came, in one line. */
final class RunSummary {
    private RunSummary() {}

    static String of(EpochMetrics metrics, int epochs) {
        List<String> parts = new ArrayList<>();
        parts.add("epoch " + metrics.epoch() + "/" + epochs);
        metrics.value(Metric.TEST_ACCURACY).ifPresent(v -> parts.add(String.format(Locale.ROOT, "%.1f %%", 100 * v)));
        metrics.value(Metric.GBR).ifPresent(v -> parts.add("GBR " + Numbers.shortText(v)));
        return String.join(" · ", parts);
    }
}
