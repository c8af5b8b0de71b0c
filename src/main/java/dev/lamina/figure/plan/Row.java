package dev.lamina.figure.plan;

import java.util.Map;

/**
 * A row of a table.
 *
 * @param shared values that it has in common with others, such as the settings of a run
 * @param own its own values, which count before those
 */
public record Row(Map<String, String> shared, Map<String, String> own) {
    /** The value in a column; "" where it has none. */
    public String value(String column) {
        String value = own.get(column);
        return value == null ? shared.getOrDefault(column, "") : value;
    }
}
