package dev.lamina.cli;

import dev.lamina.archive.table.Column;
import dev.lamina.archive.table.JsonRow;
import dev.lamina.archive.table.RunGroups;
import dev.lamina.archive.table.RunTable;
import dev.lamina.metric.Band;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows of a table of runs as text: by columns that were asked for, or by those that tell the runs apart.
 *
 * @param names of columns
 * @param rows in their order
 */
record RunLines(RunTable table, List<String> names, List<Integer> rows) {
    private static final List<String> ALWAYS = List.of("name", "state", "epochs");

    private List<Column> columns() {
        return names.isEmpty()
                ? Stream.concat(ALWAYS.stream().flatMap(name -> table.find(name).stream()), table.telling().stream())
                        .toList()
                : names.stream().map(table::column).toList();
    }

    String text() {
        List<Column> columns = columns();
        TextTable text = new TextTable(columns.stream().map(Column::name).toArray(String[]::new));
        rows.forEach(row ->
                text.add(columns.stream().map(column -> shortened(column, row)).toArray()));
        return text.render();
    }

    private static String shortened(Column column, int row) {
        return column.text(row) == null && !column.isAbsent(row) ? number(column.number(row)) : column.shown(row);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    String csv() {
        List<Column> columns = columns();
        List<List<String>> lines =
                new ArrayList<>(List.of(columns.stream().map(Column::name).toList()));
        rows.forEach(row ->
                lines.add(columns.stream().map(column -> column.shown(row)).toList()));
        return csv(lines);
    }

    private static String csv(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            printer.printRecords(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().stripTrailing();
    }

    /** An object a line, by the names of the columns; what a run lacks is left out. */
    String json() {
        List<Column> columns = columns();
        return String.join(
                "\n", rows.stream().map(row -> JsonRow.of(columns, row)).toList());
    }

    /** An entry for each configuration: the settings that differ, how many runs, and each metric with its band. */
    String groups(BandName band, boolean asCsv, Voice voice) {
        BitSet wanted = new BitSet();
        rows.forEach(wanted::set);
        RunGroups groups = RunGroups.of(table, wanted);
        List<Column> settings =
                columns().stream().filter(Column::isHyperparameter).toList();
        List<Column> metrics =
                columns().stream().filter(c -> c.kind() == Column.Kind.METRIC).toList();
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("name"));
        settings.forEach(column -> header.add(column.name()));
        header.add("n");
        for (Column metric : metrics) {
            header.add(asCsv ? metric.name() : metric.name() + " (" + voice.text(band.key()) + ")");
            if (asCsv) {
                header.addAll(List.of(metric.name() + ".low", metric.name() + ".high"));
            }
        }
        lines.add(header);
        for (int g = 0; g < groups.rows().size(); g++) {
            List<Integer> members = groups.rows().get(g);
            List<String> line = new ArrayList<>(List.of(name(members.getFirst())));
            settings.forEach(column -> line.add(shortened(column, members.getFirst())));
            line.add(String.valueOf(members.size()));
            for (Column metric : metrics) {
                line.addAll(cells(groups.band(g, metric, band.kind()), asCsv));
            }
            lines.add(line);
        }
        return asCsv ? csv(lines) : table(lines);
    }

    private String name(int row) {
        String group = table.column("group").shown(row);
        return group.isEmpty() ? table.column("name").shown(row) : group;
    }

    private static String table(List<List<String>> lines) {
        TextTable text = new TextTable(lines.getFirst().toArray(String[]::new));
        lines.stream().skip(1).forEach(line -> text.add(line.toArray()));
        return text.render();
    }

    private static List<String> cells(Band band, boolean asCsv) {
        if (asCsv) {
            return Stream.of(band.center(), band.low(), band.high())
                    .map(value -> value.isNaN() ? "" : String.valueOf(value))
                    .toList();
        }
        if (band.n() == 0) {
            return List.of("");
        }
        boolean symmetric = Math.abs(band.center() - band.low() - band.half()) <= 1e-9 * Math.abs(band.half());
        String center = number(band.center());
        return List.of(
                Double.isNaN(band.low())
                        ? center
                        : symmetric
                                ? center + " ± " + number(band.half())
                                : center + " [" + number(band.low()) + ", " + number(band.high()) + "]");
    }
}
