package dev.lamina.config;

import dev.lamina.tensor.BadInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces values of a configuration by "key.path=value"; the value is JSON, or a plain text where it is not. */
final class Overrides {
    private Overrides() {}

    static void apply(ObjectNode root, String override, JsonMapper mapper) {
        int equals = override.indexOf('=');
        String[] keys = override.substring(0, Math.max(0, equals)).split("\\.", -1);
        if (List.of(keys).contains("")) {
            throw new BadInputException("--set " + override + ": write key.path=value, as in --set training.epochs=5");
        }
        JsonNode value = value(override.substring(equals + 1), mapper);
        JsonNode node = root;
        for (int i = 0; i < keys.length; i++) {
            boolean last = i == keys.length - 1;
            switch (node) {
                case ObjectNode object -> {
                    object.set(keys[i], last ? value : container(object.get(keys[i]), mapper));
                    node = object.get(keys[i]);
                }
                case ArrayNode array -> {
                    int index = index(keys[i], array.size(), override);
                    array.set(index, last ? value : container(array.get(index), mapper));
                    node = array.get(index);
                }
                default ->
                    throw new BadInputException(
                            "--set " + override + ": " + keys[i - 1] + " holds a single value, it has no keys");
            }
        }
    }

    /** What holds further keys: nothing becomes an object, and an id alone the type it stands for. */
    private static JsonNode container(@Nullable JsonNode node, JsonMapper mapper) {
        if (node == null || node.isNull()) {
            return mapper.createObjectNode();
        }
        return node.isString() ? mapper.createObjectNode().set("type", node) : node;
    }

    private static int index(String key, int size, String override) {
        if (key.matches("\\d{1,9}") && Integer.parseInt(key) < size) {
            return Integer.parseInt(key);
        }
        throw new BadInputException(
                "--set " + override + ": the list has " + size + " entries, counted from 0; no entry " + key);
    }

    private static JsonNode value(String text, JsonMapper mapper) {
        try {
            JsonNode value = mapper.readTree(text);
            return value.isMissingNode() ? mapper.getNodeFactory().stringNode(text) : value;
        } catch (JacksonException _) {
            return mapper.getNodeFactory().stringNode(text);
        }
    }
}
