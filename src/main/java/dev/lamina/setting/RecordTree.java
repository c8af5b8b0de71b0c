package dev.lamina.setting;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
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
 * fail on its form. Every fault is a {@link SettingFault} at the exact key.
 */
record RecordTree(JsonMapper mapper) {
    /** Entries of a value that is written out to show its beginning. */
    private static final int MOST_SHOWN = 20;

    private static final String NAN = String.valueOf(Double.NaN);
    private static final String INFINITY = String.valueOf(Double.POSITIVE_INFINITY);

    /** The node with its defaults; objects are completed in place. A sealed type's id alone stands for the object. */
    JsonNode complete(JsonNode node, Type type, String path) {
        Class<?> raw = RecordModel.raw(type);
        if (raw.isRecord()) {
            return completeRecord(object(node, path), raw, path, Set.of());
        }
        if (raw.isInterface() && raw.isSealed()) {
            return completeSealed(typed(node, raw, path), raw, path);
        }
        if (raw.isArray()) {
            return completeNumbers(node, path);
        }
        if (List.class.isAssignableFrom(raw)) {
            return completeList(node, RecordModel.element(type), path);
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = object(node, path);
            for (String key : List.copyOf(map.propertyNames())) {
                requireText(key, join(path, key));
                map.set(key, complete(map.get(key), RecordModel.element(type), join(path, key)));
            }
            return map;
        }
        checkScalar(node, raw, path);
        return node;
    }

    private JsonNode completeList(JsonNode node, Type element, String path) {
        if (!(node instanceof ArrayNode list)) {
            throw wrongType(path, "setting.wanted.list", node);
        }
        for (int i = 0; i < list.size(); i++) {
            list.set(i, complete(list.get(i), element, path + "." + i));
        }
        return list;
    }

    /** An array of numbers: those that JSON does not know stand as texts, as in metrics. */
    private static JsonNode completeNumbers(JsonNode node, String path) {
        if (!(node instanceof ArrayNode list)) {
            throw wrongType(path, "setting.wanted.list", node);
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode number = list.get(i);
            if (!number.isNumber() && !isText(number, NAN) && !isInfinite(number)) {
                throw wrongType(path + "." + i, "setting.wanted.anyNumber", number);
            }
        }
        return list;
    }

    private static boolean isInfinite(JsonNode value) {
        return isText(value, INFINITY) || isText(value, "-" + INFINITY);
    }

    private static boolean isText(JsonNode value, String text) {
        return value.isString() && value.stringValue().equals(text);
    }

    /** The object that names its type; the type's id alone stands for it. */
    private ObjectNode typed(JsonNode node, Class<?> sealed, String path) {
        return switch (node) {
            case ObjectNode object -> object;
            case JsonNode id when id.isString() -> mapper.createObjectNode().set(RecordModel.typeProperty(sealed), id);
            default -> throw wrongType(path, "setting.wanted.type", node);
        };
    }

    private JsonNode completeSealed(ObjectNode node, Class<?> sealed, String path) {
        String property = RecordModel.typeProperty(sealed);
        Map<String, RecordModel.Subtype> subtypes = RecordModel.subtypes(sealed);
        JsonNode id = node.get(property);
        if (id == null) {
            throw new SettingFault(path, Message.of("setting.lacksType", property, subtypes.keySet()));
        }
        if (!id.isString()) {
            throw new SettingFault(
                    join(path, property), Message.of("setting.typeNoText", shown(id), subtypes.keySet()));
        }
        RecordModel.Subtype subtype = subtypes.get(id.stringValue());
        if (subtype == null) {
            throw new SettingFault(
                    join(path, property),
                    Message.of("setting.unknown", shown(id), Suggestion.of(id.stringValue(), subtypes.keySet())));
        }
        node.put(property, subtype.id());
        subtype.fixed().forEach((key, value) -> {
            if (node.has(key)) {
                throw new SettingFault(join(path, key), Message.of("setting.fixed", id.stringValue(), key, value));
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
                throw new SettingFault(
                        join(path, name), Message.of("setting.unknownKeyOf", Suggestion.of(name, known)));
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
            throw new SettingFault(place, Message.of(key.required() ? "setting.null" : "setting.nullOrAbsent"));
        }
        if (value == null || value.isNull()) {
            if (key.required()) {
                throw new SettingFault(path.isEmpty() ? place : path, lacking(key));
            }
            String otherwise = key.setting().map(Setting::defaultValue).orElse("");
            if (otherwise.isEmpty()) {
                return;
            }
            value = mapper.readTree(otherwise);
        }
        JsonNode given = value;
        if (isInfinite(given) && key.setting().map(Setting::infinite).orElse(false)) {
            return;
        }
        // First, so that a number too large for its type is told the range too.
        key.setting().ifPresent(s -> checkRanges(given, s, place));
        node.set(key.name(), complete(given, key.type(), place));
    }

    private static Message lacking(RecordModel.Key key) {
        return key.setting()
                .map(setting -> Message.of("setting.lacksMeaning", key.name(), setting.meaning()))
                .orElseGet(() -> Message.of("setting.lacks", key.name()));
    }

    private static void checkScalar(JsonNode node, Class<?> type, String path) {
        if (type == int.class || type == Integer.class) {
            checkWhole(node, Integer.MIN_VALUE, Integer.MAX_VALUE, path);
        } else if (type == long.class || type == Long.class) {
            checkWhole(node, Long.MIN_VALUE, Long.MAX_VALUE, path);
        } else if (type == double.class || type == Double.class) {
            if (!node.isNumber()) {
                throw wrongType(path, "setting.wanted.number", node);
            }
            if (!Double.isFinite(node.doubleValue())) {
                throw new SettingFault(path, Message.of("setting.tooLarge"));
            }
        } else if (type == boolean.class || type == Boolean.class) {
            if (!node.isBoolean()) {
                throw wrongType(path, "setting.wanted.switch", node);
            }
        } else if (type == String.class) {
            if (!node.isString()) {
                throw wrongType(path, "setting.wanted.text", node);
            }
            requireText(node.stringValue(), path);
        } else if (type.isEnum()) {
            List<String> constants = RecordModel.constants(type);
            if (!node.isString() || !constants.contains(node.stringValue())) {
                throw new SettingFault(
                        path, Message.of("setting.unknown", shown(node), Message.of("setting.chooseOneOf", constants)));
            }
        }
    }

    private static void checkWhole(JsonNode node, long least, long most, String path) {
        if (!node.isIntegralNumber()) {
            throw wrongType(path, "setting.wanted.whole", node);
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            throw new SettingFault(
                    path, Message.of("setting.mustBe", Message.of("setting.wanted.wholeIn", least, most), shown(node)));
        }
    }

    /** Half of a letter (an unpaired surrogate) could not be written again. */
    private static void requireText(String text, String path) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new SettingFault(path, Message.of("setting.halfLetter"));
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
            Object is = Double.isFinite(value) ? number(value) : Message.of("setting.beyondAllNumbers");
            throw new SettingFault(path, Message.of("setting.outOfRange", range(setting), is));
        }
    }

    private static Message range(Setting setting) {
        Message least = Message.of(setting.minExclusive() ? "setting.above" : "setting.atLeast", number(setting.min()));
        Message most = Message.of(setting.maxExclusive() ? "setting.below" : "setting.atMost", number(setting.max()));
        if (setting.max() == Double.POSITIVE_INFINITY) {
            return least;
        }
        return setting.min() == Double.NEGATIVE_INFINITY ? most : Message.of("setting.both", least, most);
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
        throw wrongType(path, "setting.wanted.object", node);
    }

    /** @param wanted key of what it must be */
    private static SettingFault wrongType(String path, String wanted, JsonNode found) {
        return new SettingFault(path, mustBe(wanted, found));
    }

    static Message mustBe(String wanted, JsonNode found) {
        return Message.of("setting.mustBe", Message.of(wanted), shown(found));
    }

    private static Object shown(JsonNode found) {
        return switch (found) {
            case ArrayNode list when list.size() > MOST_SHOWN -> Message.of("setting.longList", list.size());
            case ObjectNode object when object.size() > MOST_SHOWN -> Message.of("setting.longObject", object.size());
            default -> Excerpt.of(found.toString());
        };
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
