package dev.lamina.archive.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order of rows by one column; what holds nothing comes last either way.
 *
 * @param direction up or down
 */
public record RowOrder(String column, Direction direction) {
    /** Which end comes first. */
    public enum Direction {
        /** Small numbers and early letters. */
        UP,
        /** Large numbers and late letters. */
        DOWN
    }

    /** "training.weightDecay", or "-testAccuracy" for the largest first. */
    public static RowOrder parse(String text) {
        return text.startsWith("-")
                ? new RowOrder(text.substring(1), Direction.DOWN)
                : new RowOrder(text, Direction.UP);
    }

    /** All rows of a table in this order. */
    public List<Integer> rows(RunTable table) {
        Column by = table.column(column);
        Comparator<Integer> order = (a, b) -> {
            boolean lacking = by.isAbsent(a) || by.isAbsent(b);
            return direction == Direction.UP || lacking ? by.compare(a, b) : by.compare(b, a);
        };
        return IntStream.range(0, table.size()).boxed().sorted(order).toList();
    }
}
