package dev.lamina.cli;

import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import java.util.Arrays;
import java.util.Locale;

/** Readings as a terminal shows them. */
final class ReadingText {
    private ReadingText() {}

    static String of(Tag tag, Reading reading) {
        String head = tag.withUnit(tag.label()) + (tag.formula().isEmpty() ? "" : " = " + tag.formula());
        return switch (reading) {
            case Reading.Scalar(double value) -> head + ": " + number(tag.displayed(value));
            case Reading.PerLayer layers -> {
                TextTable table = new TextTable("layer", tag.quantity());
                layers.values().forEach((layer, value) -> table.add(layer, number(tag.displayed(value))));
                yield head + "\n" + table.render();
            }
            case Reading.PerClass classes -> {
                TextTable table = new TextTable("class", "images", tag.quantity(), "standard error");
                for (int i = 0; i < classes.classes().size(); i++) {
                    table.add(
                            classes.classes().get(i),
                            classes.examples()[i],
                            number(tag.displayed(classes.values()[i])),
                            number(tag.displayed(classes.standardErrors()[i])));
                }
                yield head + "\n" + table.render();
            }
            case Reading.Matrix matrix -> head + "\n" + table(matrix).render();
            case Reading.ImageStack stack -> head + ": " + pictures(stack);
            case Reading.Points points ->
                head + ": " + points.x().length + " points of "
                        + points.groups().size() + " groups, " + points.xLabel() + " from " + span(points.x()) + ", "
                        + points.yLabel() + " from " + span(points.y());
            case Reading.Field field ->
                head + ": " + field.columns() + "×" + field.rows() + " cells, values from "
                        + span(Arrays.stream(field.values()).map(tag::displayed).toArray());
        };
    }

    /** Columns are numbered, so that a table of ten classes fits a line. */
    private static TextTable table(Reading.Matrix matrix) {
        String[] columns = new String[matrix.columns().size() + 1];
        columns[0] = "label \\ prediction";
        for (int k = 1; k < columns.length; k++) {
            columns[k] = String.valueOf(k - 1);
        }
        TextTable table = new TextTable(columns);
        for (int row = 0; row < matrix.rows().size(); row++) {
            Object[] cells = new Object[columns.length];
            cells[0] = row + " " + matrix.rows().get(row);
            for (int k = 1; k < columns.length; k++) {
                cells[k] = number(matrix.at(row, k - 1));
            }
            table.add(cells);
        }
        return table;
    }

    private static String pictures(Reading.ImageStack stack) {
        double[] values = new double[stack.values().length];
        Arrays.setAll(values, i -> stack.values()[i]);
        var summary = Arrays.stream(values).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "%d of %d×%d%s, values from %s to %s, mean %s",
                stack.captions().size(),
                stack.height(),
                stack.width(),
                stack.channels() == 3 ? " in color" : "",
                number(summary.getMin()),
                number(summary.getMax()),
                number(summary.getAverage()));
    }

    private static String span(double[] values) {
        var summary = Arrays.stream(values).summaryStatistics();
        return number(summary.getMin()) + " to " + number(summary.getMax());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
