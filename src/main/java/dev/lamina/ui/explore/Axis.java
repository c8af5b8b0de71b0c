package dev.lamina.ui.explore;

import dev.lamina.archive.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where the values of a column lie between 0 and 1: numbers linearly, or by order of magnitude where they are positive and
 * span more than one; texts at equal distances in the order of letters.
 *
 * @param units of each row, NaN where there is nothing
 * @param categories of a column with texts, none of one with numbers
 */
record Axis(Column column, Scaling scaling, double low, double high, List<String> categories, double[] units) {
    /** How values lie on an axis. */
    enum Scaling {
        LINEAR,
        LOGARITHMIC,
        CATEGORIES
    }

    private static final double ORDERS = 30;

    static Axis of(Column column, int rows) {
        if (!column.isNumeric()) {
            List<String> categories = IntStream.range(0, rows)
                    .filter(row -> !column.isAbsent(row))
                    .mapToObj(column::shown)
                    .distinct()
                    .sorted()
                    .toList();
            double[] units = IntStream.range(0, rows)
                    .mapToDouble(row -> column.isAbsent(row) ? Double.NaN : place(categories, column.shown(row)))
                    .toArray();
            return new Axis(column, Scaling.CATEGORIES, 0, 1, categories, units);
        }
        double[] finite = IntStream.range(0, rows)
                .mapToDouble(column::number)
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        Scaling scaling = low > 0 && high / low > ORDERS ? Scaling.LOGARITHMIC : Scaling.LINEAR;
        double[] units = IntStream.range(0, rows)
                .mapToDouble(row -> unit(column.number(row), low, high, scaling))
                .toArray();
        return new Axis(column, scaling, low, high, List.of(), units);
    }

    private static double place(List<String> categories, String text) {
        return categories.size() == 1 ? 0.5 : (double) categories.indexOf(text) / (categories.size() - 1);
    }

    private static double unit(double value, double low, double high, Scaling scaling) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        if (high == low) {
            return 0.5;
        }
        return scaling == Scaling.LOGARITHMIC
                ? Math.log(value / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    double unit(int row) {
        return units[row];
    }

    /** The number at a place, of an axis of numbers. */
    double value(double unit) {
        return scaling == Scaling.LOGARITHMIC ? low * Math.pow(high / low, unit) : low + unit * (high - low);
    }

    /** A text at a place of an axis. */
    record Mark(double unit, String text) {}

    /** The ends and three places between them, or every category. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (scaling == Scaling.CATEGORIES) {
            categories.forEach(text -> marks.add(new Mark(place(categories, text), text)));
            return marks;
        }
        if (low == high) {
            return List.of(new Mark(0.5, number(low)));
        }
        for (int i = 0; i <= 4; i++) {
            marks.add(new Mark(i / 4.0, number(value(i / 4.0))));
        }
        return marks;
    }

    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e5) {
            return String.valueOf((long) value);
        }
        return String.format(Locale.ROOT, size >= 1e-3 && size < 1e5 ? "%.3g" : "%.1e", value);
    }
}
