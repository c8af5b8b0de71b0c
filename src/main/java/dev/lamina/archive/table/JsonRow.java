package dev.lamina.archive.table;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A row of a table as one line of JSON. */
public final class JsonRow {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonRow() {}

    /** Numbers and texts by the names of their columns; what is absent is left out. */
    public static String of(List<Column> columns, int row) {
        ObjectNode line = JSON.createObjectNode();
        for (Column column : columns) {
            String text = column.text(row);
            if (text != null) {
                line.put(column.name(), text);
            } else if (!column.isAbsent(row)) {
                line.put(column.name(), column.number(row));
            }
        }
        return line.toString();
    }
}
