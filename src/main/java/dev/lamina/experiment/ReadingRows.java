package dev.lamina.experiment;

import dev.lamina.archive.StoredRun;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.figure.plan.Row;
import dev.lamina.metric.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of what a probe read last: a row for each number, with what it is the number of. */
final class ReadingRows {
    private ReadingRows() {}

    /** @param tag id of what was read, such as "confusion" */
    static List<Row> of(StoredRun run, String tag, Map<String, String> shared) {
        return run.readings().reversed().stream()
                .map(run::whole)
                .flatMap(reading -> found(reading, tag).stream())
                .findFirst()
                .map(reading -> rows(reading, shared))
                .orElse(List.of());
    }

    private static List<Reading> found(ReadingMeasured reading, String tag) {
        Reading found = reading.readings().entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(tag))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        return found == null ? List.of() : List.of(found);
    }

    private static List<Row> rows(Reading reading, Map<String, String> shared) {
        List<Row> rows = new ArrayList<>();
        switch (reading) {
            case Reading.Scalar(double value) -> rows.add(new Row(shared, Map.of("value", String.valueOf(value))));
            case Reading.PerLayer(Map<String, Double> values) ->
                values.forEach((layer, value) ->
                        rows.add(new Row(shared, Map.of("layer", layer, "value", String.valueOf(value)))));
            case Reading.PerClass classes -> {
                for (int i = 0; i < classes.values().length; i++) {
                    rows.add(new Row(
                            shared,
                            Map.of(
                                    "class", classes.classes().get(i),
                                    "value", String.valueOf(classes.values()[i]))));
                }
            }
            case Reading.Matrix matrix -> addCells(rows, matrix, shared);
            case Reading.Points points -> {
                for (int i = 0; i < points.x().length; i++) {
                    rows.add(new Row(
                            shared,
                            Map.of(
                                    "x", String.valueOf(points.x()[i]),
                                    "y", String.valueOf(points.y()[i]),
                                    "group", points.groups().get(points.group()[i]))));
                }
            }
            case Reading.Field _, Reading.ImageStack _ -> {
                // A picture is no table.
            }
        }
        return rows;
    }

    private static void addCells(List<Row> rows, Reading.Matrix matrix, Map<String, String> shared) {
        for (int row = 0; row < matrix.rows().size(); row++) {
            for (int column = 0; column < matrix.columns().size(); column++) {
                rows.add(new Row(
                        shared,
                        Map.of(
                                "row", matrix.rows().get(row),
                                "column", matrix.columns().get(column),
                                "value", String.valueOf(matrix.at(row, column)))));
            }
        }
    }
}
