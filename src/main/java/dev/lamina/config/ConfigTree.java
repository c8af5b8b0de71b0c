package dev.lamina.config;

import dev.lamina.setting.Setting;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a JSON tree against the records it will become and fills in defaults, so that binding it afterwards cannot
 * fail on its form. Every fault is a {@link ConfigException} at the exact key.
 */
final class ConfigTree {
    private final JsonMapper mapper;

    ConfigTree(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The node with its defaults; objects are completed in place. A sealed type's id alone stands for the object. */
    JsonNode complete(JsonNode node, Type type, String path) {
        Class<?> raw = RecordModel.raw(type);
        if (raw.isRecord()) {
            return completeRecord(object(node, path), raw, path, Set.of());
        }
        if (raw.isInterface() && raw.isSealed()) {
            String property = RecordModel.typeProperty(raw);
            return completeSealed(
                    node.isString() ? mapper.createObjectNode().set(property, node) : object(node, path), raw, path);
        }
        if (List.class.isAssignableFrom(raw)) {
            return completeList(node, RecordModel.element(type), path);
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = object(node, path);
            for (String key : List.copyOf(map.propertyNames())) {
                map.set(key, complete(map.get(key), RecordModel.element(type), join(path, key)));
            }
            return map;
        }
        checkScalar(node, raw, path);
        return node;
    }

    private JsonNode completeList(JsonNode node, Type element, String path) {
        if (!(node instanceof ArrayNode list)) {
            throw wrongType(path, "a list", node);
        }
        for (int i = 0; i < list.size(); i++) {
            list.set(i, complete(list.get(i), element, path + "." + i));
        }
        return list;
    }

    private JsonNode completeSealed(JsonNode tree, Class<?> sealed, String path) {
        ObjectNode node = (ObjectNode) tree;
        String property = RecordModel.typeProperty(sealed);
        Map<String, RecordModel.Subtype> subtypes = RecordModel.subtypes(sealed);
        JsonNode id = node.get(property);
        if (id == null) {
            throw new ConfigException(
                    path, "lacks \"" + property + "\"; choose one of " + String.join(", ", subtypes.keySet()));
        }
        RecordModel.Subtype subtype = id.isString() ? subtypes.get(id.stringValue()) : null;
        if (subtype == null) {
            throw new ConfigException(
                    join(path, property), "unknown: " + shown(id) + suggestion(id.asString(), subtypes.keySet()));
        }
        node.put(property, subtype.id());
        subtype.fixed().forEach((key, value) -> {
            if (node.has(key)) {
                throw new ConfigException(
                        join(path, key), id.stringValue() + " means " + key + " " + value + "; leave the key out");
            }
            node.put(key, value);
        });
        return completeRecord(node, subtype.type(), path, Set.of(property));
    }

    private JsonNode completeRecord(ObjectNode node, Class<?> record, String path, Set<String> besides) {
        List<RecordModel.Key> keys = RecordModel.keys(record);
        Set<String> known = keys.stream().map(RecordModel.Key::name).collect(Collectors.toSet());
        known.addAll(besides);
        for (String name : new HashSet<>(node.propertyNames())) {
            if (!known.contains(name)) {
                throw new ConfigException(join(path, name), "unknown key" + suggestion(name, known));
            }
        }
        for (RecordModel.Key key : keys) {
            completeKey(node, key, path);
        }
        return node;
    }

    void completeKey(ObjectNode node, RecordModel.Key key, String path) {
        String place = join(path, key.name());
        JsonNode value = node.get(key.name());
        if (value != null && value.isNull() && !key.nullable()) {
            throw new ConfigException(place, "is null; give a value or leave the key out");
        }
        if (value == null || value.isNull()) {
            if (key.required()) {
                throw new ConfigException(
                        path.isEmpty() ? place : path,
                        "lacks the key \"" + key.name() + "\""
                                + key.setting()
                                        .map(s -> " (" + s.meaning() + ")")
                                        .orElse(""));
            }
            String otherwise = key.setting().map(Setting::defaultValue).orElse("");
            if (otherwise.isEmpty()) {
                return;
            }
            value = mapper.readTree(otherwise);
        }
        node.set(key.name(), complete(value, key.type(), place));
        key.setting().ifPresent(s -> checkRanges(node.get(key.name()), s, place));
    }

    private static void checkScalar(JsonNode node, Class<?> type, String path) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            boolean fits =
                    (type == int.class || type == Integer.class) ? node.canConvertToInt() : node.canConvertToLong();
            if (!node.isIntegralNumber() || !fits) {
                throw wrongType(path, "a whole number", node);
            }
        } else if (type == double.class || type == Double.class) {
            if (!node.isNumber()) {
                throw wrongType(path, "a number", node);
            }
        } else if (type == boolean.class || type == Boolean.class) {
            if (!node.isBoolean()) {
                throw wrongType(path, "true or false", node);
            }
        } else if (type == String.class) {
            if (!node.isString()) {
                throw wrongType(path, "a text in quotes", node);
            }
        } else if (type.isEnum()) {
            List<String> constants = RecordModel.constants(type);
            if (!node.isString() || !constants.contains(node.stringValue())) {
                throw new ConfigException(
                        path, "unknown: " + shown(node) + "; choose one of " + String.join(", ", constants));
            }
        }
    }

    /** The range of a list is that of each of its numbers. */
    private static void checkRanges(JsonNode value, Setting setting, String path) {
        if (value.isNumber()) {
            checkRange(value.doubleValue(), setting, path);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                checkRanges(value.get(i), setting, path + "." + i);
            }
        }
    }

    private static void checkRange(double value, Setting setting, String path) {
        boolean tooSmall = setting.minExclusive() ? value <= setting.min() : value < setting.min();
        boolean tooLarge = setting.maxExclusive() ? value >= setting.max() : value > setting.max();
        if (tooSmall || tooLarge) {
            throw new ConfigException(path, "must be " + range(setting) + ", is " + number(value));
        }
    }

    private static String range(Setting setting) {
        String least = (setting.minExclusive() ? "above " : "at least ") + number(setting.min());
        String most = (setting.maxExclusive() ? "below " : "at most ") + number(setting.max());
        if (setting.max() == Double.POSITIVE_INFINITY) {
            return least;
        }
        return setting.min() == Double.NEGATIVE_INFINITY ? most : least + " and " + most;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static ObjectNode object(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw wrongType(path, "an object in braces", node);
    }

    private static ConfigException wrongType(String path, String wanted, JsonNode found) {
        return new ConfigException(path, "must be " + wanted + ", is " + shown(found));
    }

    private static String shown(JsonNode found) {
        String text = found.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String suggestion(String name, Set<String> known) {
        String all = known.stream().sorted().collect(Collectors.joining(", "));
        return known.stream()
                .min(Comparator.comparingInt((String k) -> EditDistance.between(name, k))
                        .thenComparing(k -> k))
                .filter(k -> EditDistance.between(name, k) <= Math.max(1, name.length() / 3))
                .map(k -> "; did you mean \"" + k + "\"? Known: " + all)
                .orElse("; known: " + all);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
