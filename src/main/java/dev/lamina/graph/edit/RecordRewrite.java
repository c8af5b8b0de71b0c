package dev.lamina.graph.edit;

import dev.lamina.setting.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a record with every value of one type in it exchanged, at any depth, so that a new block or layer takes part
 * without a word about it.
 */
final class RecordRewrite {
    private RecordRewrite() {}

    static <T> Record replace(Record record, Class<T> type, T replacement) {
        return Records.mapped(record, (_, value) -> replaced(value, type, replacement));
    }

    private static <T> @Nullable Object replaced(@Nullable Object value, Class<T> type, T replacement) {
        if (type.isInstance(value)) {
            return replacement;
        }
        return switch (value) {
            case Record inner -> replace(inner, type, replacement);
            case List<?> list ->
                list.stream().map(item -> replaced(item, type, replacement)).toList();
            case null, default -> value;
        };
    }
}
