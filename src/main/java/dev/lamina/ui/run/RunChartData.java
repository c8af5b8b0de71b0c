package dev.lamina.ui.run;

import dev.lamina.metric.Points;
import dev.lamina.ui.chart.ChartData;
import dev.lamina.ui.chart.Curve;
import dev.lamina.ui.chart.Mark;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;

/** Collects what a live chart shows from the runs that are to be seen; the first is in the foreground. */
final class RunChartData {
    private final Texts texts;
    private volatile List<RunEntry> runs = List.of();

    RunChartData(Texts texts) {
        this.texts = texts;
    }

    void show(List<RunEntry> shown) {
        runs = List.copyOf(shown);
    }

    /** Changes when anything drawn changes. */
    long revision() {
        return runs.stream().mapToLong(run -> 1 + run.curves().revision()).sum();
    }

    /** The data of now; any thread. */
    ChartData of(ChartKind kind) {
        List<RunEntry> shown = runs;
        List<Curve> curves = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        // Those behind are drawn first.
        for (int run = shown.size() - 1; run >= 0; run--) {
            RunEntry entry = shown.get(run);
            for (Quantity quantity : kind.quantities()) {
                Points points = entry.curves().series(quantity).points();
                if (points.size() > 0) {
                    String name = texts.get(quantity.textKey());
                    curves.add(new Curve(
                            quantity.name(),
                            shown.size() > 1 ? name + " · " + entry.folder().getFileName() : name,
                            quantity.color(),
                            quantity.side(),
                            quantity.stored(),
                            run,
                            points));
                }
            }
        }
        if (!shown.isEmpty()) {
            marks.addAll(shown.getFirst().curves().marks());
        }
        return new ChartData(curves, marks);
    }
}
