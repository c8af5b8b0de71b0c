package dev.lamina.archive.table;

import dev.lamina.metric.Band;
import dev.lamina.metric.BandKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs that repeat each other, as one entry each: the same configuration but for name, seed and what computes. Nobody needs to
 * have declared them. A band is of all members that have a value, never of a sample.
 *
 * @param rows of each group, in the table's order
 */
public record RunGroups(RunTable table, List<List<Integer>> rows) {
    /** The groups among some rows of a table. */
    public static RunGroups of(RunTable table, BitSet wanted) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        wanted.stream()
                .forEach(row -> groups.computeIfAbsent(table.identity(row), _ -> new ArrayList<>())
                        .add(row));
        return new RunGroups(table, List.copyOf(groups.values()));
    }

    /** A quantity over the runs of a group. */
    public Band band(int group, Column column, BandKind kind) {
        return Band.of(
                kind, rows.get(group).stream().mapToDouble(column::number).toArray());
    }
}
