package dev.lamina.ui.inspector;

import dev.lamina.config.SettingValues;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.setting.Records;
import dev.lamina.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record a person begins with when a type is chosen: defaults where there are, else what is usual for a setting of that
 * name, else the first that is allowed. Conv2d gets the padding that keeps the plane.
 */
public final class StartValues {
    private static final Map<String, Integer> USUAL = Map.of(
            "kernelSize",
            3,
            "stride",
            1,
            "count",
            3,
            "convolutions",
            2,
            "outputChannels",
            16,
            "channels",
            16,
            "outputFeatures",
            64);
    private static final Map<String, Integer> OF_POOLS = Map.of("kernelSize", 2, "stride", 2);

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
        if (type.getSimpleName().startsWith("Conv")
                && values.get("padding") instanceof Integer
                && values.get("kernelSize") instanceof Integer kernel) {
            values.put("padding", kernel / 2);
        }
        values.putAll(wishes);
        return Records.of(type, values);
    }

    private static Optional<Object> value(Class<?> owner, RecordComponent component) {
        Optional<Object> otherwise = SettingValues.defaultOf(component);
        if (otherwise.isPresent()) {
            return otherwise;
        }
        Class<?> type = component.getType();
        if (type == Activation.class) {
            return Optional.of(new Relu());
        }
        if (type.isSealed()) {
            return Optional.of(of(SettingValues.choices(type).getFirst().type()));
        }
        if (type == List.class) {
            return Optional.of(SettingValues.read(component, "[1]"));
        }
        return type == int.class || type == double.class ? Optional.of(number(owner, component)) : Optional.empty();
    }

    private static Object number(Class<?> owner, RecordComponent component) {
        Map<String, Integer> pools = owner.getSimpleName().endsWith("Pool") ? OF_POOLS : Map.of();
        int usual = pools.getOrDefault(component.getName(), USUAL.getOrDefault(component.getName(), 1));
        Setting setting = component.getAnnotation(Setting.class);
        double allowed = setting == null ? usual : Math.clamp((double) usual, setting.min(), setting.max());
        return component.getType() == int.class ? (Object) (int) allowed : (Object) allowed;
    }
}
