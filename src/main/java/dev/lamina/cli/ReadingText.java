package dev.lamina.cli;

import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.Arrays;
import java.util.Locale;

/** Readings as a terminal shows them. */
record ReadingText(Voice voice) {
    String of(Tag tag, Reading reading) {
        String head = tag.withUnit(tag.label()) + (tag.formula().isEmpty() ? "" : " = " + tag.formula());
        return switch (reading) {
            case Reading.Scalar(double value) -> head + ": " + number(tag.displayed(value));
            case Reading.PerLayer layers -> {
                TextTable table = new TextTable(voice.text("cli.column.layer"), tag.quantity());
                layers.values().forEach((layer, value) -> table.add(layer, number(tag.displayed(value))));
                yield head + "\n" + table.render();
            }
            case Reading.PerClass classes -> {
                TextTable table = new TextTable(
                        voice.text("cli.column." + Tags.entry(tag)),
                        voice.text("cli.column.images"),
                        tag.quantity(),
                        voice.text("cli.column.standardError"));
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
                head + ": "
                        + voice.text(
                                "cli.points",
                                points.x().length,
                                points.groups().size(),
                                points.xLabel(),
                                span(points.x()),
                                points.yLabel(),
                                span(points.y()));
            case Reading.Field field ->
                head + ": "
                        + voice.text(
                                "cli.cells",
                                field.columns(),
                                field.rows(),
                                span(Arrays.stream(field.values())
                                        .map(tag::displayed)
                                        .toArray()));
        };
    }

    /** Columns are numbered, so that a table of ten classes fits a line. */
    private TextTable table(Reading.Matrix matrix) {
        String[] columns = new String[matrix.columns().size() + 1];
        columns[0] = voice.text("cli.column.labelByPrediction");
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

    private String pictures(Reading.ImageStack stack) {
        double[] values = new double[stack.values().length];
        Arrays.setAll(values, i -> stack.values()[i]);
        var summary = Arrays.stream(values).summaryStatistics();
        return voice.text(
                stack.channels() == 3 ? "cli.picturesInColor" : "cli.pictures",
                stack.captions().size(),
                stack.height(),
                stack.width(),
                number(summary.getMin()),
                number(summary.getMax()),
                number(summary.getAverage()));
    }

    private static Message span(double[] values) {
        var summary = Arrays.stream(values).summaryStatistics();
        return Message.of("cli.span", number(summary.getMin()), number(summary.getMax()));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
