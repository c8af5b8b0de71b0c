package dev.lamina.campaign;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Setting;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Configurations drawn from the records themselves: every key, type and range is one that a file may hold. */
final class RandomConfiguration {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> DRAWN = List.of("shapes", "moons", "spirals", "rings");

    private final RandomGenerator random;

    RandomConfiguration(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode next() {
        ObjectNode config = record(ExperimentConfig.class, Map.of(), 0);
        config.remove("sweep");
        // Maps are empty here, and a search of nothing is refused.
        config.remove("search");
        // What must be downloaded hides all other faults, or takes its time to be read.
        if (random.nextInt(20) > 0) {
            ((ObjectNode) config.get("data")).put("source", DRAWN.get(random.nextInt(DRAWN.size())));
        }
        return config;
    }

    private ObjectNode record(Class<?> record, Map<String, Integer> fixed, int depth) {
        ObjectNode node = NODES.objectNode();
        for (RecordModel.Key key : RecordModel.keys(record)) {
            boolean left = !key.required() && random.nextInt(3) > 0;
            if (!left && !fixed.containsKey(key.name())) {
                node.set(key.name(), value(key, depth));
            }
        }
        return node;
    }

    private JsonNode value(RecordModel.Key key, int depth) {
        String otherwise = key.setting().map(Setting::defaultValue).orElse("");
        if (!otherwise.isEmpty() && random.nextInt(3) == 0) {
            return JSON.readTree(otherwise);
        }
        return of(key.type(), key.setting().map(Setting::min).orElse(Double.NEGATIVE_INFINITY), most(key), depth + 1);
    }

    private static double most(RecordModel.Key key) {
        return key.setting().map(Setting::max).orElse(Double.POSITIVE_INFINITY);
    }

    private JsonNode of(Type type, double min, double max, int depth) {
        Class<?> raw = RecordModel.raw(type);
        if (raw.isRecord()) {
            return record(raw, Map.of(), depth);
        }
        if (raw.isInterface() && raw.isSealed()) {
            List<Map.Entry<String, RecordModel.Subtype>> types =
                    List.copyOf(RecordModel.subtypes(raw).entrySet());
            Map.Entry<String, RecordModel.Subtype> chosen = types.get(random.nextInt(types.size()));
            RecordModel.Subtype subtype = chosen.getValue();
            return record(subtype.type(), subtype.fixed(), depth).put(RecordModel.typeProperty(raw), chosen.getKey());
        }
        if (List.class.isAssignableFrom(raw)) {
            ArrayNode list = NODES.arrayNode();
            int size = depth > 8 ? 0 : random.nextInt(4);
            for (int i = 0; i < size; i++) {
                list.add(of(RecordModel.element(type), min, max, depth + 1));
            }
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return NODES.objectNode();
        }
        return scalar(raw, min, max);
    }

    private JsonNode scalar(Class<?> type, double min, double max) {
        if (type.isEnum()) {
            List<String> constants = RecordModel.constants(type);
            return NODES.stringNode(constants.get(random.nextInt(constants.size())));
        }
        if (type == String.class) {
            return NODES.stringNode(List.of("a", "b", "input", "conv1").get(random.nextInt(4)));
        }
        if (type == boolean.class || type == Boolean.class) {
            return NODES.booleanNode(random.nextBoolean());
        }
        double least = Math.max(min, -100);
        double most = Math.min(max, least + (random.nextInt(4) == 0 ? 1000 : 10));
        double drawn = random.nextInt(8) == 0 ? least : least + random.nextDouble() * (most - least);
        return type == double.class || type == Double.class ? NODES.numberNode(drawn) : NODES.numberNode((long) drawn);
    }
}
