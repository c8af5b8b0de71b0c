package dev.lamina.figure;

import dev.lamina.message.Message;
import dev.lamina.metric.Band;
import dev.lamina.metric.BandKind;
import dev.lamina.metric.Tag;
import java.util.ArrayList;
import java.util.List;

/** Groups of runs laid over each other: the mean of each with a band whose name and n the legend says. */
public final class GroupFigures {
    private GroupFigures() {}

    /**
     * A panel for each metric, a curve for each group: "λ = 10⁻⁴ (mean ± sd, n = 5)". A single run has its curve alone.
     *
     * @param groups with distinct names
     * @param kind one that is symmetric about the mean
     */
    public static FigureSpec compare(List<Tag> metrics, List<GroupMetrics> groups, BandKind kind) {
        if (kind == BandKind.EXTREMES || kind == BandKind.QUARTILES) {
            throw new IllegalArgumentException(kind + " is not symmetric");
        }
        List<Panel> panels = new ArrayList<>();
        for (Tag metric : metrics) {
            List<Series> series = new ArrayList<>();
            groups.forEach(group -> add(series, group, metric, kind));
            panels.add(Panel.of(TrainingFigures.EPOCHS, TrainingFigures.axis(metric, metric.label()), series));
        }
        return new FigureSpec("", panels);
    }

    private static void add(List<Series> series, GroupMetrics group, Tag metric, BandKind kind) {
        if (group.runs().size() == 1) {
            TrainingFigures.addMeasured(series, group.runs().getFirst(), metric, group.name());
            return;
        }
        List<Integer> epochs = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (int e = 0; e < group.epochs(); e++) {
            int epoch = e;
            double[] values = group.runs().stream()
                    .flatMapToDouble(run -> run.get(epoch).value(metric).stream())
                    .map(metric::displayed)
                    .toArray();
            if (values.length == group.runs().size()) {
                epochs.add(e + 1);
                bands.add(Band.of(kind, values));
            }
        }
        if (!bands.isEmpty()) {
            series.add(Series.of(
                            name(group, kind),
                            epochs.stream().mapToDouble(Integer::doubleValue).toArray(),
                            bands.stream().mapToDouble(Band::center).toArray())
                    .withStandardError(bands.stream().mapToDouble(Band::half).toArray()));
        }
    }

    private static String name(GroupMetrics group, BandKind kind) {
        String band = switch (kind) {
            case STANDARD_DEVIATION ->
                Message.of("figure.bandDeviation", group.runs().size()).toString();
            case STANDARD_ERROR ->
                Message.of("figure.bandError", group.runs().size()).toString();
            case CONFIDENCE_95 ->
                Message.of("figure.bandConfidence", group.runs().size()).toString();
            case EXTREMES, QUARTILES -> "";
        };
        return group.name().isEmpty() ? band : group.name() + " (" + band + ")";
    }
}
