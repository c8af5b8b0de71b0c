package dev.lamina.ui.form;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.WindowPool;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Records;
import dev.lamina.setting.Setting;
import dev.lamina.setting.SettingValues;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The record a person begins with when a type is chosen: defaults where there are, else what is usual for a setting of that
 * name, else the first that is allowed. Conv2d gets the padding that keeps the plane.
 */
public final class StartValues {
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("kernelSize", "3"),
            Map.entry("stride", "1"),
            Map.entry("count", "3"),
            Map.entry("convolutions", "2"),
            Map.entry("outputChannels", "16"),
            Map.entry("channels", "16"),
            Map.entry("outputFeatures", "64"),
            Map.entry("at", "[10, 15]"),
            Map.entry("every", "10"),
            Map.entry("path", "\".\""),
            Map.entry("stageBlocks", "[2, 2, 2, 2]"));
    private static final Map<String, String> OF_POOLS = Map.of("kernelSize", "2", "stride", "2");

    private StartValues() {}

    /** A record of this type. */
    public static <T extends Record> T of(Class<T> type) {
        return of(type, Map.of());
    }

    /**
     * A record of this type in which some values are wished for.
     *
     * @param wishes by the name of the component
     */
    public static <T extends Record> T of(Class<T> type, Map<String, ?> wishes) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent component : Records.components(type)) {
            value(type, component).ifPresent(value -> values.put(component.getName(), value));
        }
        if (type == Conv2d.class
                && values.get("padding") instanceof Integer
                && values.get("kernelSize") instanceof Integer kernel) {
            values.put("padding", kernel / 2);
        }
        values.putAll(wishes);
        return Records.of(type, values);
    }

    private static Optional<Object> value(Class<?> owner, RecordComponent component) {
        Optional<Object> otherwise = SettingValues.defaultOf(component);
        Class<?> type = component.getType();
        boolean known = type.isPrimitive() || type.isSealed() || type == List.class || type == String.class;
        return otherwise.isPresent() || !known
                ? otherwise
                : Optional.of(SettingValues.read(component, json(owner, component)));
    }

    /** The id alone stands for the type with its defaults. */
    static String json(Class<?> sealed, String id) {
        RecordModel.Subtype subtype = RecordModel.subtypes(sealed).get(id);
        if (subtype == null) {
            throw new IllegalArgumentException(sealed + " has no " + id);
        }
        List<String> asked = subtype.required();
        String required = Arrays.stream(subtype.type().getRecordComponents())
                .filter(component -> asked.contains(component.getName()))
                .map(component -> ", \"" + component.getName() + "\": " + json(subtype.type(), component))
                .collect(Collectors.joining());
        String type = Typed.quoted(id);
        return required.isEmpty() ? type : "{\"" + RecordModel.typeProperty(sealed) + "\": " + type + required + "}";
    }

    /** What a component without a default begins with, as JSON. */
    static String json(Class<?> owner, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Activation.class) {
            return "\"relu\"";
        }
        if (type.isSealed()) {
            return json(type, SettingValues.choices(type).getFirst().id());
        }
        Map<String, String> pools = WindowPool.class.isAssignableFrom(owner) ? OF_POOLS : Map.of();
        String usual = pools.getOrDefault(component.getName(), USUAL.get(component.getName()));
        if (type == List.class) {
            return usual == null ? "[1]" : usual;
        }
        return type == String.class ? (usual == null ? "\"\"" : usual) : number(component, usual);
    }

    private static String number(RecordComponent component, @org.jspecify.annotations.Nullable String usual) {
        Setting setting = component.getAnnotation(Setting.class);
        double wished = usual == null ? 1 : Double.parseDouble(usual);
        double allowed = setting == null ? wished : Math.clamp(wished, setting.min(), setting.max());
        return SettingText.number(allowed);
    }
}
