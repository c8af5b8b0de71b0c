package dev.lamina.ui.run;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.Numbers;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a run came.
 *
 * @param metrics of its last epoch
 * @param epochs that are planned
 */
public record RunSummary(EpochMetrics metrics, int epochs) {
    /** In one line, in the language of now. */
    public String text(Texts texts) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("runs.epoch", metrics.epoch(), epochs));
        metrics.value(Tags.TEST_ACCURACY).ifPresent(v -> parts.add(String.format(Locale.ROOT, "%.1f %%", 100 * v)));
        metrics.gbr().ifPresent(v -> parts.add("GBR " + Numbers.shortText(v)));
        return String.join(" · ", parts);
    }
}
