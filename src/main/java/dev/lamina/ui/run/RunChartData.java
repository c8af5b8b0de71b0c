package dev.lamina.ui.run;

import dev.lamina.figure.Band;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Points;
import dev.lamina.metric.StageSpan;
import dev.lamina.metric.Stored;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.BoundedSeries;
import dev.lamina.ui.chart.ChartData;
import dev.lamina.ui.chart.Curve;
import dev.lamina.ui.chart.Zone;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what a live chart shows from the runs that are to be seen; the first is in the foreground. */
final class RunChartData {
    /** log₁₀ of the update ratio below which a layer hardly learns, and above which it is about to be thrown about. */
    private static final double SLOW = -4;

    private static final double UNSTABLE = -2;

    private final Texts texts;
    private volatile List<RunEntry> runs = List.of();

    RunChartData(Texts texts) {
        this.texts = texts;
    }

    void show(List<RunEntry> shown) {
        runs = List.copyOf(shown);
    }

    /** The runs that are seen, by the number that their curves carry. */
    List<RunEntry> runs() {
        return runs;
    }

    /** Changes when anything drawn in a chart changes. */
    long revision(String chart) {
        return runs.stream().mapToLong(run -> 1 + run.curves().revision(chart)).sum();
    }

    /** The ids of a chart's tags that any run has. */
    Set<String> present(String chart) {
        return Tags.inChart(chart).stream()
                .filter(tag -> runs.stream().anyMatch(run -> has(run.curves(), tag)))
                .map(Tag::id)
                .collect(Collectors.toSet());
    }

    private static boolean has(RunCurves curves, Tag tag) {
        return curves.series(tag).size() > 0 || !curves.layers(tag).isEmpty();
    }

    /** The data of now; any thread. */
    ChartData of(String chart) {
        List<RunEntry> shown = runs;
        List<Zone> zones = zones(chart);
        if (shown.isEmpty()) {
            return new ChartData(List.of(), List.of(), List.of(), zones, 0);
        }
        RunCurves front = shown.getFirst().curves();
        List<Curve> curves = new ArrayList<>();
        for (Tag tag : Tags.inChart(chart)) {
            curves.addAll(layers(front, tag));
        }
        curves.addAll(numbers(chart, shown));
        List<Band> bands = front.stages().stream()
                .filter(StageSpan::shaded)
                .map(span -> Band.vertical(span.firstEpoch() - 1, span.lastEpoch(), span.title()))
                .toList();
        int planned =
                shown.stream().mapToInt(run -> run.curves().planned()).max().orElse(0);
        return new ChartData(curves, front.marks(), bands, zones, planned);
    }

    private List<Curve> numbers(String chart, List<RunEntry> shown) {
        List<Curve> curves = new ArrayList<>();
        List<Tag> tags = Tags.inChart(chart);
        // Those behind are drawn first.
        for (int run = shown.size() - 1; run >= 0; run--) {
            RunEntry entry = shown.get(run);
            for (Tag tag : tags) {
                Tag.Place place = tag.place().orElseThrow();
                Points points = entry.curves().series(tag).points();
                if (points.size() > 0) {
                    String name = texts.get(textKey(tag));
                    curves.add(new Curve(
                            tag.id(),
                            shown.size() > 1 ? name + " · " + entry.folder().getFileName() : name,
                            new Tint.Numbered(shown.size() > 1 ? entry.color() : place.color()),
                            place.side(),
                            tag.stored(),
                            run,
                            shown.size() > 1 ? tags.indexOf(tag) : 0,
                            points));
                }
            }
        }
        return curves;
    }

    /** Those of the run in the foreground alone: a second run's would be a thicket. */
    private static List<Curve> layers(RunCurves front, Tag tag) {
        Map<String, BoundedSeries> layers = front.layers(tag);
        List<Curve> curves = new ArrayList<>();
        layers.forEach((layer, series) -> curves.add(new Curve(
                layer,
                layer,
                new Tint.Graded(layers.size() == 1 ? 0 : (double) curves.size() / (layers.size() - 1)),
                tag.place().orElseThrow().side(),
                tag.stored(),
                series.points())));
        return curves;
    }

    private List<Zone> zones(String chart) {
        return Tags.inChart(chart).contains(Tags.UPDATE_RATIO)
                ? List.of(
                        new Zone(Double.NEGATIVE_INFINITY, SLOW, Stored.LOGARITHM_BASE_10, texts.get("updates.slow")),
                        new Zone(
                                UNSTABLE,
                                Double.POSITIVE_INFINITY,
                                Stored.LOGARITHM_BASE_10,
                                texts.get("updates.unstable")))
                : List.of();
    }

    /** Key of a tag's name on screen. */
    static String textKey(Tag tag) {
        return "tag." + tag.id();
    }
}
