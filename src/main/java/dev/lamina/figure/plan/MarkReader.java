package dev.lamina.figure.plan;

import dev.lamina.figure.Mark;
import dev.lamina.figure.Series;
import dev.lamina.figure.Spread;
import dev.lamina.metric.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes marks of a table's rows. */
final class MarkReader {
    private MarkReader() {}

    /**
     * What one mark of a plan comes to.
     *
     * @param names of what is drawn, as the CSV file calls it
     * @param xNames names of places across; none on an axis of numbers
     * @param yNames likewise upward
     */
    record Read(List<Mark> marks, List<String> names, List<String> xNames, List<String> yNames) {}

    static Read of(PlanMark mark, Table all) {
        columns(mark).forEach(all::require);
        Table table = all.where(mark.where());
        return switch (mark) {
            case PlanMark.Lines lines -> lines(lines, table.rows());
            case PlanMark.Points points -> points(points, table.rows());
            case PlanMark.Bars bars -> bars(bars, table.rows());
            case PlanMark.HeatMap map -> heatMap(map, table.rows());
        };
    }

    private static List<String> columns(PlanMark mark) {
        String third = switch (mark) {
            case PlanMark.Lines lines -> lines.by();
            case PlanMark.Points points -> points.by();
            case PlanMark.Bars _ -> "";
            case PlanMark.HeatMap map -> map.value();
        };
        return third.isEmpty() ? List.of(mark.x(), mark.y()) : List.of(mark.x(), mark.y(), third);
    }

    private static Read lines(PlanMark.Lines mark, List<Row> rows) {
        Optional<Spread.Kind> kind = kind(mark.band());
        List<Series> curves = new ArrayList<>();
        Groups.by(mark.by(), rows).forEach((value, group) -> {
            Map<Double, List<Double>> numbers = Groups.numbers(group, mark.x(), mark.y());
            if (!numbers.isEmpty()) {
                String name = mark.by().isEmpty()
                        ? alone(mark.name(), mark.y())
                        : Labels.ofValue(mark.by(), value, mark.names());
                curves.add(curve(name, numbers, kind));
            }
        });
        return ofSeries(curves);
    }

    private static Series curve(String name, Map<Double, List<Double>> numbers, Optional<Spread.Kind> kind) {
        List<Numbers.Summary> summaries = numbers.values().stream()
                .map(values -> Numbers.summary(values, kind))
                .toList();
        double[] x = numbers.keySet().stream().mapToDouble(v -> v).toArray();
        Series curve = Series.of(
                name, x, summaries.stream().mapToDouble(Numbers.Summary::mean).toArray());
        return kind.filter(_ -> summaries.stream().anyMatch(s -> s.n() > 1))
                .map(k -> curve.withSpread(new Spread(
                        k,
                        summaries.stream().mapToDouble(Numbers.Summary::low).toArray(),
                        summaries.stream().mapToDouble(Numbers.Summary::high).toArray(),
                        summaries.stream().mapToInt(Numbers.Summary::n).toArray())))
                .orElse(curve);
    }

    private static Optional<Spread.Kind> kind(PlanMark.Around around) {
        return switch (around) {
            case NONE -> Optional.empty();
            case STANDARD_DEVIATION -> Optional.of(Spread.Kind.STANDARD_DEVIATION);
            case STANDARD_ERROR -> Optional.of(Spread.Kind.STANDARD_ERROR);
            case CONFIDENCE_95 -> Optional.of(Spread.Kind.CONFIDENCE_95);
            case RANGE -> Optional.of(Spread.Kind.RANGE);
        };
    }

    private static Read points(PlanMark.Points mark, List<Row> rows) {
        List<Series> groups = new ArrayList<>();
        Groups.by(mark.by(), rows).forEach((value, group) -> {
            List<double[]> places = new ArrayList<>();
            Groups.numbers(group, mark.x(), mark.y())
                    .forEach((x, all) -> all.stream().sorted().forEach(y -> places.add(new double[] {x, y})));
            if (!places.isEmpty()) {
                String name = mark.by().isEmpty()
                        ? alone(mark.name(), mark.y())
                        : Labels.ofValue(mark.by(), value, mark.names());
                groups.add(Series.of(
                                name,
                                places.stream().mapToDouble(p -> p[0]).toArray(),
                                places.stream().mapToDouble(p -> p[1]).toArray())
                        .unjoined());
            }
        });
        return ofSeries(groups);
    }

    private static String alone(String name, String column) {
        return name.isEmpty() ? Labels.ofColumn(column) : name;
    }

    private static Read ofSeries(List<Series> series) {
        return new Read(List.copyOf(series), series.stream().map(Series::name).toList(), List.of(), List.of());
    }

    private static Read bars(PlanMark.Bars mark, List<Row> rows) {
        List<String> places = new ArrayList<>();
        List<Numbers.Summary> bars = new ArrayList<>();
        Groups.byText(rows, mark.x(), mark.y()).forEach((value, numbers) -> {
            places.add(mark.names().getOrDefault(value, value));
            bars.add(Numbers.summary(numbers, Optional.of(Spread.Kind.STANDARD_ERROR)));
        });
        String name = Labels.ofColumn(mark.y());
        boolean several = bars.stream().anyMatch(bar -> bar.n() > 1);
        Mark drawn = new Mark.Bars(
                name,
                bars.stream().mapToDouble(Numbers.Summary::mean).toArray(),
                several
                        ? bars.stream()
                                .mapToDouble(bar -> bar.high() - bar.mean())
                                .toArray()
                        : new double[0]);
        return new Read(List.of(drawn), List.of(name), places, List.of());
    }

    private static Read heatMap(PlanMark.HeatMap mark, List<Row> rows) {
        Map<String, List<Row>> byRow = Groups.by(mark.y(), rows);
        List<String> columns = List.copyOf(Groups.by(mark.x(), rows).keySet());
        double[] values = new double[byRow.size() * columns.size()];
        int row = 0;
        for (List<Row> own : byRow.values()) {
            Map<String, List<Double>> numbers = Groups.byText(own, mark.x(), mark.value());
            for (int column = 0; column < columns.size(); column++) {
                List<Double> found = numbers.getOrDefault(columns.get(column), List.of());
                values[row * columns.size() + column] = found.isEmpty()
                        ? Double.NaN
                        : Numbers.summary(found, Optional.empty()).mean();
            }
            row++;
        }
        return map(mark.coloring(), new Reading.Matrix(List.copyOf(byRow.keySet()), columns, values));
    }

    private static Read map(Mark.HeatMap.Coloring coloring, Reading.Matrix matrix) {
        boolean square = matrix.rows().equals(matrix.columns());
        return new Read(
                List.of(new Mark.HeatMap(matrix, coloring)),
                matrix.rows(),
                square ? numbers(matrix) : matrix.columns(),
                (square ? numbered(matrix) : matrix.rows()).reversed());
    }

    /** Where rows and columns are the same, the rows' names with their numbers explain the columns' numbers, which always fit. */
    private static List<String> numbered(Reading.Matrix matrix) {
        return IntStream.range(0, matrix.rows().size())
                .mapToObj(i -> i + " " + matrix.rows().get(i))
                .toList();
    }

    private static List<String> numbers(Reading.Matrix matrix) {
        return IntStream.range(0, matrix.columns().size())
                .mapToObj(String::valueOf)
                .toList();
    }

    /** A mark that was settled, from the numbers of the panel's own rows in the figure's CSV file. */
    static Read written(PlanMark mark, List<Row> panel, PlanAxis across) {
        List<List<Row>> each = mark.drawn().stream()
                .map(name -> panel.stream()
                        .filter(row -> row.value("series").equals(name))
                        .toList())
                .toList();
        return switch (mark) {
            case PlanMark.Lines lines ->
                ofSeries(IntStream.range(0, each.size())
                        .mapToObj(i -> WrittenRows.series(lines.drawn().get(i), each.get(i)))
                        .toList());
            case PlanMark.Points points ->
                ofSeries(IntStream.range(0, each.size())
                        .mapToObj(i -> WrittenRows.series(points.drawn().get(i), each.get(i))
                                .unjoined())
                        .toList());
            case PlanMark.Bars bars -> {
                double[] y = WrittenRows.numbers(each.getFirst(), "y");
                double[] errors = WrittenRows.numbers(each.getFirst(), "standardError");
                String name = bars.drawn().getFirst();
                yield new Read(List.of(new Mark.Bars(name, y, errors)), bars.drawn(), across.categories(), List.of());
            }
            case PlanMark.HeatMap map ->
                new Read(
                        List.of(new Mark.HeatMap(
                                new Reading.Matrix(
                                        map.drawn(),
                                        across.categories(),
                                        each.stream()
                                                .flatMapToDouble(row -> Arrays.stream(WrittenRows.numbers(row, "y")))
                                                .toArray()),
                                map.coloring())),
                        map.drawn(),
                        across.categories(),
                        List.of());
        };
    }
}
