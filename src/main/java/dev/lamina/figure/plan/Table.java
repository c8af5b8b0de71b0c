package dev.lamina.figure.plan;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.Suggestion;
import dev.lamina.tensor.BadInputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of named values, and whose they are.
 *
 * @param configSha256s of the configurations that it comes from, sorted
 */
public record Table(List<Row> rows, List<String> configSha256s) {
    public Table {
        rows = List.copyOf(rows);
        configSha256s = configSha256s.stream().distinct().sorted().toList();
    }

    /** The names of all columns. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> {
            columns.addAll(row.shared().keySet());
            columns.addAll(row.own().keySet());
        });
        return columns;
    }

    /** @throws BadInputException naming the nearest one, if no row has this column */
    void require(String column) {
        boolean there = rows.stream()
                .anyMatch(row -> row.own().containsKey(column) || row.shared().containsKey(column));
        if (!there) {
            throw new BadInputException(
                    Message.of("figure.noColumn", Excerpt.of(column), Suggestion.of(column, columns())));
        }
    }

    /** The rows that a condition holds for. */
    Table where(String condition) {
        Condition wanted = Condition.of(condition);
        wanted.columns().forEach(this::require);
        return new Table(rows.stream().filter(wanted::holds).toList(), configSha256s);
    }
}
