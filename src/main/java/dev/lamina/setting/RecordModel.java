package dev.lamina.setting;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What records of settings tell about themselves: keys, defaults, subtypes. The reader, the schema and the
 * window's forms all ask here, so they cannot disagree.
 */
public final class RecordModel {
    private RecordModel() {}

    /**
     * One key of a record.
     *
     * @param type of its value; that of what an {@link Optional} holds
     * @param nullable whether a file may leave it out, or say null: {@code @Nullable} and optional ones
     */
    public record Key(String name, Type type, Optional<Setting> setting, boolean nullable) {
        /** Whether a file must give it. */
        public boolean required() {
            return !nullable && setting.map(Setting::defaultValue).orElse("").isEmpty();
        }
    }

    /** The keys of a record in their order. */
    public static List<Key> keys(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(RecordModel::key).toList();
    }

    /** The key that holds the type id of a sealed interface's records. */
    public static String typeProperty(Class<?> sealed) {
        JsonTypeInfo info = sealed.getAnnotation(JsonTypeInfo.class);
        if (info == null) {
            throw new IllegalStateException(sealed + " lacks @JsonTypeInfo");
        }
        return info.property();
    }

    /** What a type id stands for: the record, its own id, and keys the id fixes. */
    public record Subtype(String id, Class<? extends Record> type, Map<String, Integer> fixed) {
        /** The keys that a file must give beside the id. */
        public List<String> required() {
            return keys(type).stream()
                    .filter(key -> key.required() && !fixed.containsKey(key.name()))
                    .map(Key::name)
                    .toList();
        }
    }

    /** The records of a sealed interface by type id, in the order of its permits; then other names they are known by. */
    public static Map<String, Subtype> subtypes(Class<?> sealed) {
        Map<String, Subtype> subtypes = new LinkedHashMap<>();
        records(sealed).forEach(type -> subtypes.put(id(type), new Subtype(id(type), type, Map.of())));
        records(sealed).forEach(type -> aliases(type).forEach(subtypes::putIfAbsent));
        return subtypes;
    }

    /** A sealed interface may stand between. */
    private static Stream<Class<? extends Record>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isRecord() ? Stream.of(type.asSubclass(Record.class)) : records(type));
    }

    /** What texts about a record stand under: its type's id in files, else, where no file names its type, the record's own name. */
    public static String name(Class<?> record) {
        return Optional.ofNullable(record.getAnnotation(JsonTypeName.class))
                .map(JsonTypeName::value)
                .orElse(record.getSimpleName());
    }

    private static String id(Class<? extends Record> type) {
        JsonTypeName name = type.getAnnotation(JsonTypeName.class);
        if (name == null) {
            throw new IllegalStateException(type + " lacks @JsonTypeName");
        }
        return name.value();
    }

    private static Map<String, Subtype> aliases(Class<? extends Record> type) {
        Map<String, Subtype> aliases = new LinkedHashMap<>();
        KnownAs known = type.getAnnotation(KnownAs.class);
        if (known != null && known.key().isEmpty()) {
            aliases.put(known.name(), new Subtype(id(type), type, Map.of()));
        } else if (known != null) {
            for (int value : known.values()) {
                aliases.put(known.name() + value, new Subtype(id(type), type, Map.of(known.key(), value)));
            }
        }
        return aliases;
    }

    /** The JSON names of an enum's constants. */
    public static List<String> constants(Class<?> enumType) {
        return Arrays.stream(enumType.getFields())
                .filter(f -> f.isEnumConstant())
                .map(f -> Optional.ofNullable(f.getAnnotation(JsonProperty.class))
                        .map(JsonProperty::value)
                        .orElse(f.getName()))
                .toList();
    }

    /** The class of a type, without its arguments. */
    public static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** The element type of a list, the value type of a map. */
    public static Type element(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    static Key key(RecordComponent component) {
        Type type = component.getGenericType();
        boolean optional = raw(type) == Optional.class;
        return new Key(
                component.getName(),
                optional ? element(type) : type,
                Optional.ofNullable(component.getAnnotation(Setting.class)),
                optional || component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
