package dev.lamina.ui.form;

import dev.lamina.graph.NetworkGraph;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Records;
import dev.lamina.ui.form.SettingRow.Kind;
import dev.lamina.ui.form.SettingRow.Presence;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a form off records. What cannot be set in a line, such as a graph, is left out. */
public final class SettingRows {
    private final List<SettingRow> rows = new ArrayList<>();

    private SettingRows() {}

    /** The lines of a record, in the order of its components. */
    public static List<SettingRow> of(Record value) {
        SettingRows found = new SettingRows();
        found.addRecord(value, "", 0);
        return List.copyOf(found.rows);
    }

    /** The lines that all of some records have, in the order of the first. */
    static List<SettingRow> common(List<? extends Record> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<Map<String, SettingRow>> others = records.stream()
                .skip(1)
                .map(record -> of(record).stream().collect(Collectors.toMap(SettingRow::path, row -> row)))
                .toList();
        List<SettingRow> common = new ArrayList<>();
        for (SettingRow row : of(records.getFirst())) {
            List<@Nullable Object> values = new ArrayList<>(row.values());
            for (Map<String, SettingRow> rows : others) {
                SettingRow other = rows.get(row.path());
                if (other != null && isSame(row.component(), other.component())) {
                    values.addAll(other.values());
                }
            }
            if (values.size() == records.size()) {
                common.add(new SettingRow(
                        row.path(), row.component(), row.kind(), values, row.options(), row.depth(), row.presence()));
            }
        }
        return common;
    }

    private static boolean isSame(RecordComponent a, RecordComponent b) {
        return a.getName().equals(b.getName()) && a.getGenericType().equals(b.getGenericType());
    }

    private void addRecord(Record record, String path, int depth) {
        Map<String, RecordModel.Key> keys = new HashMap<>();
        RecordModel.keys(record.getClass()).forEach(key -> keys.put(key.name(), key));
        for (RecordComponent component : Records.components(record.getClass())) {
            String place = path.isEmpty() ? component.getName() : path + "." + component.getName();
            RecordModel.Key key = keys.get(component.getName());
            boolean nullable = key != null && key.nullable();
            add(component, nullable, place, Records.value(record, component), depth);
        }
    }

    private void add(RecordComponent component, boolean nullable, String path, @Nullable Object value, int depth) {
        Class<?> raw = component.getType();
        if (raw.isSealed()) {
            add(component, nullable, path, Kind.TYPE, value, choices(raw), depth);
            if (value instanceof Record chosen) {
                addRecord(chosen, path, depth + 1);
            }
        } else if (raw.isRecord()) {
            if (nullable) {
                add(component, true, path, Kind.PART, value, List.of(), depth);
            }
            if (value instanceof Record part && !hasGraph(raw)) {
                addRecord(part, path, nullable ? depth + 1 : depth);
            }
        } else if (List.class.isAssignableFrom(raw)) {
            addList(component, nullable, path, value, depth);
        } else {
            addScalar(component, nullable, path, raw, value, depth);
        }
    }

    /** The types to choose from. A family whose members go by names of their own is left out: "resnet20" is there. */
    private static List<String> choices(Class<?> sealed) {
        Map<String, RecordModel.Subtype> types = RecordModel.subtypes(sealed);
        Set<Class<?>> named = types.values().stream()
                .filter(type -> !type.fixed().isEmpty())
                .map(RecordModel.Subtype::type)
                .collect(Collectors.toSet());
        return types.entrySet().stream()
                .filter(type -> !named.contains(type.getValue().type())
                        || !type.getValue().fixed().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Networks that are drawn have an editor of their own. */
    private static boolean hasGraph(Class<?> type) {
        return type == NetworkGraph.class;
    }

    private void addList(RecordComponent component, boolean nullable, String path, @Nullable Object value, int depth) {
        Class<?> element = RecordModel.raw(RecordModel.element(component.getGenericType()));
        if (element.isSealed()) {
            List<String> ids = List.copyOf(RecordModel.subtypes(element).keySet());
            add(component, nullable, path, Kind.TYPES, value, ids, depth);
            List<?> list = value instanceof List<?> there ? there : List.of();
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Record part) {
                    addRecord(part, path + "." + i, depth + 1);
                }
            }
        } else if (element == Integer.class || element == Double.class || element == Long.class) {
            add(component, nullable, path, Kind.NUMBERS, value, List.of(), depth);
        }
    }

    private void addScalar(
            RecordComponent component, boolean nullable, String path, Class<?> raw, @Nullable Object value, int depth) {
        if (raw.isEnum()) {
            add(component, nullable, path, Kind.WORD, value, RecordModel.constants(raw), depth);
        } else if (raw == boolean.class || raw == Boolean.class) {
            add(component, nullable, path, Kind.SWITCH, value, List.of(), depth);
        } else if (raw == String.class) {
            add(component, nullable, path, Kind.TEXT, value, List.of(), depth);
        } else if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            add(component, nullable, path, Kind.NUMBER, value, List.of(), depth);
        }
    }

    private void add(
            RecordComponent component,
            boolean nullable,
            String path,
            Kind kind,
            @Nullable Object value,
            List<String> options,
            int depth) {
        Presence presence = nullable ? Presence.OPTIONAL : Presence.REQUIRED;
        List<@Nullable Object> values = new ArrayList<>();
        values.add(value);
        rows.add(new SettingRow(path, component, kind, values, options, depth, presence));
    }
}
