package dev.lamina.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table for the terminal; columns of numbers are right-aligned. */
final class TextTable {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        this.header = List.of(header);
    }

    void add(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    String render() {
        int[] widths = new int[header.size()];
        boolean[] numeric = new boolean[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    Columns.of(header.get(i)),
                    rows.stream().mapToInt(r -> Columns.of(r.get(column))).max().orElse(0));
            numeric[i] = rows.stream()
                    .allMatch(r -> r.get(column).matches("-?[\\d,. ]*[%a-zA-Z ]{0,5}")
                            && (r.get(column).isEmpty()
                                    || Character.isDigit(r.get(column).charAt(0))));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths, numeric));
        lines.add(Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining("  ")));
        rows.forEach(row -> lines.add(line(row, widths, numeric)));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells, int[] widths, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - Columns.of(cells.get(i)));
            line.append(i == 0 ? "" : "  ");
            line.append(numeric[i] ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
