package dev.lamina.figure.plan;

import dev.lamina.figure.Series;
import dev.lamina.figure.Spread;
import java.util.List;

/** Rows of a figure's own CSV file. */
final class WrittenRows {
    private WrittenRows() {}

    /** A curve with its band. */
    static Series series(String name, List<Row> rows) {
        Series series = Series.of(name, numbers(rows, "x"), numbers(rows, "y"));
        double[] low = numbers(rows, "low");
        if (low.length == 0) {
            return series;
        }
        int[] n =
                rows.stream().mapToInt(row -> Integer.parseInt(row.value("n"))).toArray();
        return series.withSpread(
                new Spread(Spread.Kind.of(rows.getFirst().value("band")), low, numbers(rows, "high"), n));
    }

    /** The numbers of a column; none where it is empty. */
    static double[] numbers(List<Row> rows, String column) {
        return rows.stream()
                .map(row -> row.value(column))
                .filter(value -> !value.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
