package dev.lamina.ui.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.config.RecordModel;
import dev.lamina.ui.form.SettingRow.Kind;
import dev.lamina.ui.form.SettingRow.Presence;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a form off a record. What cannot be set in a line, such as a graph, is left out. */
public final class SettingRows {
    private final List<SettingRow> rows = new ArrayList<>();

    private SettingRows() {}

    /** The lines of a record that stands at a path, in the order of its components. */
    public static List<SettingRow> of(Record value, String path) {
        SettingRows found = new SettingRows();
        found.addRecord(value, path, 0);
        return List.copyOf(found.rows);
    }

    private void addRecord(Record record, String path, int depth) {
        for (RecordModel.Key key : RecordModel.keys(record.getClass())) {
            String place = path.isEmpty() ? key.name() : path + "." + key.name();
            add(key, place, component(record, key.name()), depth);
        }
    }

    private void add(RecordModel.Key key, String path, @Nullable Object value, int depth) {
        Class<?> raw = RecordModel.raw(key.type());
        if (raw.isSealed()) {
            String id = value == null ? null : id(value);
            add(key, path, Kind.TYPE, id, choices(raw), depth);
            if (value instanceof Record chosen) {
                addRecord(chosen, path, depth + 1);
            }
        } else if (raw.isRecord()) {
            if (key.nullable()) {
                add(key, path, Kind.PART, value == null ? "false" : "true", List.of(), depth);
            }
            if (value instanceof Record part && !hasGraph(raw)) {
                addRecord(part, path, key.nullable() ? depth + 1 : depth);
            }
        } else if (List.class.isAssignableFrom(raw)) {
            addList(key, path, value instanceof List<?> list ? list : List.of(), depth);
        } else {
            addScalar(key, path, raw, value, depth);
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
        return type.getSimpleName().equals("NetworkGraph");
    }

    private void addList(RecordModel.Key key, String path, List<?> value, int depth) {
        Type element = RecordModel.element(key.type());
        Class<?> raw = RecordModel.raw(element);
        if (raw.isSealed()) {
            String ids = value.stream().map(SettingRows::id).collect(Collectors.joining(","));
            add(
                    key,
                    path,
                    Kind.TYPES,
                    ids,
                    List.copyOf(RecordModel.subtypes(raw).keySet()),
                    depth);
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i) instanceof Record part) {
                    addRecord(part, path + "." + i, depth + 1);
                }
            }
        } else if (raw == Integer.class || raw == Double.class || raw == Long.class) {
            String numbers = value.stream().map(SettingRows::text).collect(Collectors.joining(", "));
            add(key, path, Kind.NUMBERS, numbers, List.of(), depth);
        }
    }

    private void addScalar(RecordModel.Key key, String path, Class<?> raw, @Nullable Object value, int depth) {
        if (raw.isEnum()) {
            String word = value == null ? null : word((Enum<?>) value);
            add(key, path, Kind.WORD, word, RecordModel.constants(raw), depth);
        } else if (raw == boolean.class || raw == Boolean.class) {
            add(key, path, Kind.SWITCH, String.valueOf(value), List.of(), depth);
        } else if (raw == String.class) {
            add(key, path, Kind.TEXT, (String) value, List.of(), depth);
        } else if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            add(key, path, Kind.NUMBER, value == null ? null : text(value), List.of(), depth);
        }
    }

    private void add(
            RecordModel.Key key, String path, Kind kind, @Nullable String value, List<String> options, int depth) {
        Presence presence = key.nullable() ? Presence.OPTIONAL : Presence.REQUIRED;
        rows.add(new SettingRow(path, key.name(), kind, value, options, depth, presence, key.setting()));
    }

    /** The id by which a file names the type of a value. */
    static String id(Object value) {
        return Optional.ofNullable(value.getClass().getAnnotation(JsonTypeName.class))
                .map(JsonTypeName::value)
                .orElseThrow(() -> new IllegalStateException(value.getClass() + " has no id for files"));
    }

    private static String word(Enum<?> constant) {
        try {
            return Optional.ofNullable(constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(JsonProperty.class))
                    .map(JsonProperty::value)
                    .orElse(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 0.0005 rather than 5.0E-4, 10 rather than 10.0. */
    static String text(Object number) {
        BigDecimal value = new BigDecimal(number.toString()).stripTrailingZeros();
        int exponent = value.precision() - value.scale() - 1;
        return exponent < -6 || exponent > 12 ? value.toString() : value.toPlainString();
    }

    static @Nullable Object component(Record record, String name) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    return component.getAccessor().invoke(record);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(record.getClass() + "." + name + " cannot be read", e);
                }
            }
        }
        throw new IllegalArgumentException(record.getClass() + " has no " + name);
    }

    /** The value at a dotted path, null where something on the way is not set. */
    public static @Nullable Object at(Record record, String path) {
        Object value = record;
        if (path.isEmpty()) {
            return record;
        }
        for (String part : path.split("\\.")) {
            if (value instanceof Record inner) {
                value = component(inner, part);
            } else if (value instanceof List<?> list) {
                value = list.get(Integer.parseInt(part));
            } else {
                return null;
            }
        }
        return value;
    }
}
