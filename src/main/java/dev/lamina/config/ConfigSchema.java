package dev.lamina.config;

import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Setting;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (draft 2020-12) of a configuration record, made of the same {@link RecordModel} that the reader checks
 * against. Editors complete keys with it and show their meaning.
 */
public final class ConfigSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** A name, not a place: nothing is fetched. */
    private static final String ID = "urn:lamina:experiment";

    private final JsonMapper mapper = new JsonMapper();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private ConfigSchema() {}

    /** The schema as indented JSON, ending in a line break. */
    public static String of(Class<? extends Record> root) {
        var schema = new ConfigSchema();
        ObjectNode document = schema.mapper
                .createObjectNode()
                .put("$schema", DIALECT)
                .put("$id", ID)
                .put("title", "Lamina experiment")
                .put(
                        "description",
                        "What lamina check, run and the window read: data, network, training, measurements.");
        document.setAll(schema.record(root));
        ObjectNode properties = (ObjectNode) document.get("properties");
        properties.putObject("$schema").put("type", "string").put("description", "where an editor finds this schema");
        if (properties.get("sweep") instanceof ObjectNode sweep) {
            new SweepSchema(schema.mapper, schema::of, root).describe(sweep);
        }
        ObjectNode definitions = document.putObject("$defs");
        schema.definitions.forEach(definitions::set);
        return schema.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    /** The values of a key, its range included; null is one where the key may hold it. */
    private ObjectNode of(RecordModel.Key key) {
        ObjectNode node = of(key.type());
        // The range of a list is that of each of its numbers.
        ObjectNode number = node.get("items") instanceof ObjectNode items ? items : node;
        key.setting().ifPresent(setting -> limit(number, setting));
        if (!key.nullable()) {
            return node;
        }
        ObjectNode optional = mapper.createObjectNode();
        optional.putArray("anyOf").add(node).add(mapper.createObjectNode().put("type", "null"));
        return optional;
    }

    private ObjectNode of(Type type) {
        Class<?> raw = RecordModel.raw(type);
        if (raw.isRecord() || (raw.isInterface() && raw.isSealed())) {
            return reference(raw);
        }
        ObjectNode node = mapper.createObjectNode();
        if (List.class.isAssignableFrom(raw)) {
            node.put("type", "array").set("items", of(RecordModel.element(type)));
        } else if (Map.class.isAssignableFrom(raw)) {
            node.put("type", "object").set("additionalProperties", of(RecordModel.element(type)));
        } else if (raw.isEnum()) {
            ArrayNode constants = node.putArray("enum");
            RecordModel.constants(raw).forEach(constants::add);
        } else if (!JsonNode.class.isAssignableFrom(raw) && raw != Object.class) {
            node.put("type", scalar(raw));
            if (raw == int.class || raw == Integer.class) {
                node.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
            } else if (raw == long.class || raw == Long.class) {
                node.put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE);
            }
        }
        return node;
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getName().substring("dev.lamina.".length()).replace('$', '.');
        if (!definitions.containsKey(name)) {
            definitions.put(name, mapper.createObjectNode());
            definitions.put(name, type.isRecord() ? record(type) : alternatives(type));
        }
        return mapper.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode alternatives(Class<?> sealed) {
        ObjectNode node = mapper.createObjectNode();
        ArrayNode alternatives = node.putArray("oneOf");
        ArrayNode ids = mapper.createArrayNode();
        RecordModel.subtypes(sealed).forEach((id, subtype) -> {
            if (subtype.required().isEmpty()) {
                ids.add(id);
            }
            ObjectNode alternative = record(subtype.type(), subtype.fixed().keySet());
            String property = RecordModel.typeProperty(sealed);
            ((ObjectNode) alternative.get("properties")).putObject(property).put("const", id);
            ArrayNode required = alternative.has("required")
                    ? (ArrayNode) alternative.get("required")
                    : alternative.putArray("required");
            required.insert(0, property);
            alternatives.add(alternative);
        });
        if (!ids.isEmpty()) {
            alternatives.insertObject(0).set("enum", ids);
        }
        return node;
    }

    private ObjectNode record(Class<?> record) {
        return record(record, Set.of());
    }

    private ObjectNode record(Class<?> record, Set<String> without) {
        ObjectNode node = mapper.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = mapper.createArrayNode();
        for (RecordModel.Key key : RecordModel.keys(record)) {
            if (without.contains(key.name())) {
                continue;
            }
            properties.set(key.name(), key(key));
            if (key.required()) {
                required.add(key.name());
            }
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        return node;
    }

    private ObjectNode key(RecordModel.Key key) {
        ObjectNode node = of(key);
        key.setting().ifPresent(setting -> {
            node.put("description", setting.meaning() + (setting.unit().isEmpty() ? "" : " [" + setting.unit() + "]"));
            if (!setting.defaultValue().isEmpty()) {
                node.set("default", mapper.readTree(setting.defaultValue()));
            }
        });
        return node;
    }

    private static void limit(ObjectNode number, Setting setting) {
        if (setting.min() != Double.NEGATIVE_INFINITY) {
            number.remove("minimum");
            put(number, setting.minExclusive() ? "exclusiveMinimum" : "minimum", setting.min());
        }
        if (setting.max() != Double.POSITIVE_INFINITY) {
            number.remove("maximum");
            put(number, setting.maxExclusive() ? "exclusiveMaximum" : "maximum", setting.max());
        }
    }

    private static void put(ObjectNode number, String keyword, double bound) {
        if (number.path("type").stringValue("").equals("integer")) {
            number.put(keyword, (long) bound);
        } else {
            number.put(keyword, bound);
        }
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return type == double.class || type == Double.class ? "number" : "integer";
    }
}
