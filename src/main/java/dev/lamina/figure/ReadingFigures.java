package dev.lamina.figure;

import dev.lamina.metric.Reading;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures of what probes read at one moment, one kind of picture for each kind of reading; numbers alone have none. */
public final class ReadingFigures {
    /** More bars than this are numbered rather than named. */
    private static final int MOST_NAMED = 12;

    private ReadingFigures() {}

    /** All that can be drawn of the readings of a probe, by the base name of their files. */
    public static Map<String, FigureSpec> of(Map<Tag, Reading> readings) {
        Map<String, FigureSpec> figures = new LinkedHashMap<>();
        readings.forEach((tag, reading) ->
                panel(tag, reading, "").ifPresent(panel -> figures.put(tag.id(), FigureSpec.of(panel))));
        return figures;
    }

    /** One reading as a panel, empty for a single number. */
    public static Optional<Panel> panel(Tag tag, Reading reading, String title) {
        return switch (reading) {
            case Reading.Scalar _ -> Optional.empty();
            case Reading.PerLayer layers ->
                Optional.of(bars(
                        tag,
                        title,
                        "layer",
                        List.copyOf(layers.values().keySet()),
                        layers.values().values().stream()
                                .mapToDouble(tag::displayed)
                                .toArray(),
                        new double[0]));
            case Reading.PerClass classes ->
                Optional.of(bars(
                        tag,
                        title,
                        Tags.entry(tag),
                        classes.classes(),
                        displayed(tag, classes.values()),
                        displayed(tag, classes.standardErrors())));
            case Reading.Matrix matrix -> Optional.of(table(tag, title, matrix));
            case Reading.ImageStack stack ->
                Optional.of(Panel.of(AxisSpec.none(), AxisSpec.none(), List.of(new Mark.Pictures(stack)))
                        .withTitle(title));
            case Reading.Points points ->
                Optional.of(Panel.of(
                                AxisSpec.of(points.xLabel(), AxisScale.LINEAR),
                                AxisSpec.of(points.yLabel(), AxisScale.LINEAR),
                                groups(points))
                        .withTitle(title));
            case Reading.Field field ->
                Optional.of(Panel.of(
                                AxisSpec.of("x₁", AxisScale.LINEAR)
                                        .withRange(new AxisRange(field.left(), field.right())),
                                AxisSpec.of("x₂", AxisScale.LINEAR)
                                        .withRange(new AxisRange(field.bottom(), field.top())),
                                named(new Mark.Field(field, scale(tag))))
                        .withTitle(title.isEmpty() ? tag.withUnit(tag.quantity()) : title + ", " + tag.quantity()));
        };
    }

    private static double[] displayed(Tag tag, double[] values) {
        return Arrays.stream(values).map(tag::displayed).toArray();
    }

    private static Panel bars(
            Tag tag, String title, String what, List<String> names, double[] values, double[] standardErrors) {
        boolean named = names.size() <= MOST_NAMED;
        List<String> categories = named
                ? names
                : IntStream.rangeClosed(1, names.size())
                        .mapToObj(String::valueOf)
                        .toList();
        return Panel.of(
                        AxisSpec.ofCategories(what, categories),
                        AxisSpec.of(tag.withUnit(tag.quantity()), scale(tag)),
                        List.of(new Mark.Bars(tag.quantity(), values, standardErrors)))
                .withTitle(title);
    }

    /** The field, and of one of names a curve without points for each, which the legend shows. */
    private static List<Mark> named(Mark.Field mark) {
        List<String> names = mark.field().names();
        return Stream.<Mark>concat(
                        Stream.of(mark),
                        IntStream.range(0, names.size())
                                .mapToObj(k -> Series.of(names.get(k), new double[0], new double[0])
                                        .unjoined()
                                        .drawnWith(new Pen(new Tint.Numbered(k), 0))))
                .toList();
    }

    /** A curve of points for each group. */
    private static List<Series> groups(Reading.Points points) {
        return IntStream.range(0, points.groups().size())
                .mapToObj(group -> {
                    int[] members = IntStream.range(0, points.group().length)
                            .filter(i -> points.group()[i] == group)
                            .toArray();
                    return Series.of(points.groups().get(group), at(points.x(), members), at(points.y(), members))
                            .unjoined()
                            .drawnWith(new Pen(new Tint.Numbered(group), 0));
                })
                .toList();
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    private static AxisScale scale(Tag tag) {
        return tag.scale() == Scale.LOGARITHMIC ? AxisScale.LOGARITHMIC : AxisScale.LINEAR;
    }

    /** Rows say number and name, columns the number alone, which always fits. */
    private static Panel table(Tag tag, String title, Reading.Matrix matrix) {
        List<String> rows = IntStream.range(0, matrix.rows().size())
                .mapToObj(i -> i + " " + matrix.rows().get(i))
                .toList();
        List<String> columns = IntStream.range(0, matrix.columns().size())
                .mapToObj(String::valueOf)
                .toList();
        return Panel.of(
                        AxisSpec.ofCategories("prediction", columns),
                        AxisSpec.ofCategories("label", rows.reversed()),
                        List.of(new Mark.HeatMap(matrix, Mark.HeatMap.Coloring.SHARE_OF_ROW)))
                .withTitle(title.isEmpty() ? "" : title + ", " + tag.withUnit(tag.quantity()));
    }
}
