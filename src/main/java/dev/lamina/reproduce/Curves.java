package dev.lamina.reproduce;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.message.Message;
import dev.lamina.metric.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Metrics against epoch, a curve for each arm: the median over its runs. */
final class Curves {
    private static final AxisSpec EPOCHS = AxisSpec.of("epoch", AxisScale.INTEGER);

    private Curves() {}

    /** A panel for each metric that any arm has; nothing where there is none. */
    static Optional<FigureSpec> compare(Results results, List<Tag> metrics) {
        List<Panel> panels = new ArrayList<>();
        for (Tag metric : metrics) {
            List<Series> series = new ArrayList<>();
            results.arms().forEach(of -> add(series, of.arm().label().toString(), of.medians(metric)));
            if (!series.isEmpty()) {
                panels.add(panel(metric, metric.label(), series));
            }
        }
        return panels.isEmpty() ? Optional.empty() : Optional.of(new FigureSpec("", panels));
    }

    /** One panel: an accuracy of every arm, and a second kind of it where an arm has that. */
    static Optional<FigureSpec> against(Results results, Tag first, Tag second) {
        List<Series> series = new ArrayList<>();
        for (Results.OfArm of : results.arms()) {
            Map<Integer, Double> other = of.medians(second);
            Message label = of.arm().label();
            Message linear = other.isEmpty() ? label : Message.of("reproduce.byLinearHead", label);
            add(series, linear.toString(), of.medians(first));
            add(series, label.toString(), other);
        }
        return series.isEmpty() ? Optional.empty() : Optional.of(FigureSpec.of(panel(first, first.label(), series)));
    }

    private static Panel panel(Tag metric, String name, List<Series> series) {
        AxisScale scale = switch (metric.scale()) {
            case LINEAR -> AxisScale.LINEAR;
            case LOGARITHMIC -> AxisScale.LOGARITHMIC;
        };
        return Panel.of(EPOCHS, AxisSpec.of(metric.withUnit(name), scale), series);
    }

    private static void add(List<Series> series, String name, Map<Integer, Double> byEpoch) {
        if (!byEpoch.isEmpty()) {
            series.add(Series.of(
                    name,
                    byEpoch.keySet().stream().mapToDouble(epoch -> epoch).toArray(),
                    byEpoch.values().stream().mapToDouble(value -> value).toArray()));
        }
    }
}
