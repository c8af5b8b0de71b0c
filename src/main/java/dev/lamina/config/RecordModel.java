package dev.lamina.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.preset.NamedPreset;
import dev.lamina.graph.preset.Preset;
import dev.lamina.setting.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a configuration tell about themselves: keys, defaults, subtypes. The reader, the schema and the
 * window's forms all ask here, so they cannot disagree.
 */
public final class RecordModel {
    private RecordModel() {}

    /** One key of a record. */
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
    public record Subtype(String id, Class<?> type, Map<String, Integer> fixed) {}

    /**
     * The records of a sealed interface by type id, in the order of its annotation. Networks go by their own names too:
     * "resnet20" is a cifar-resnet of depth 20.
     */
    public static Map<String, Subtype> subtypes(Class<?> sealed) {
        Map<String, Subtype> subtypes = new LinkedHashMap<>();
        for (JsonSubTypes.Type type : sealed.getAnnotation(JsonSubTypes.class).value()) {
            JsonTypeName named = type.value().getAnnotation(JsonTypeName.class);
            String id = named == null ? type.name() : named.value();
            subtypes.put(id, new Subtype(id, type.value(), Map.of()));
        }
        if (sealed == Preset.class) {
            for (NamedPreset preset : NamedPreset.all()) {
                subtypes.values().stream()
                        .filter(s -> s.type() == preset.family())
                        .findFirst()
                        .ifPresent(family -> subtypes.putIfAbsent(preset.id(), named(preset, family)));
            }
        }
        return subtypes;
    }

    private static Subtype named(NamedPreset preset, Subtype family) {
        Map<String, Integer> fixed =
                preset.depth().isPresent() ? Map.of("depth", preset.depth().getAsInt()) : Map.of();
        return new Subtype(family.id(), family.type(), fixed);
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
        return new Key(
                component.getName(),
                component.getGenericType(),
                Optional.ofNullable(component.getAnnotation(Setting.class)),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
