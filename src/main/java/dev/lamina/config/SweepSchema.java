package dev.lamina.config;

import dev.lamina.setting.RecordModel;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the schema for sweeps: a list for each dotted key of a configuration, of the values that this key takes. A
 * key that several types have takes those of each of them.
 */
final class SweepSchema {
    /** What is said of the runs together and not of one of them. */
    private static final Set<String> OF_SEVERAL_RUNS = Set.of("sweep", "search", "seeds", "slots");

    private final JsonMapper mapper;
    private final Function<RecordModel.Key, ObjectNode> schemas;
    private final Map<String, Set<ObjectNode>> values = new LinkedHashMap<>();
    private final Map<String, String> meanings = new LinkedHashMap<>();
    /** What lies below lists and maps, whose entries have no names of their own. */
    private final Set<String> below = new TreeSet<>();

    /** @param schemas the schema of a key's values */
    SweepSchema(JsonMapper mapper, Function<RecordModel.Key, ObjectNode> schemas, Class<? extends Record> root) {
        this.mapper = mapper;
        this.schemas = schemas;
        RecordModel.keys(root).stream()
                .filter(key -> !OF_SEVERAL_RUNS.contains(key.name()))
                .forEach(key -> add(key, "", Set.of()));
    }

    void describe(ObjectNode sweep) {
        ObjectNode properties = sweep.putObject("properties");
        values.forEach((path, schemas) -> {
            ObjectNode list = properties.putObject(path).put("description", meanings.get(path));
            list.setAll(list());
            list.set("items", schemas.size() == 1 ? schemas.iterator().next() : any(schemas));
        });
        ObjectNode patterns = sweep.putObject("patternProperties");
        below.forEach(path -> patterns.set("^" + path.replace(".", "\\.") + "\\..+$", list()));
        sweep.put("additionalProperties", false);
    }

    private ObjectNode list() {
        return mapper.createObjectNode().put("type", "array").put("minItems", 1).put("uniqueItems", true);
    }

    private ObjectNode any(Set<ObjectNode> schemas) {
        ObjectNode node = mapper.createObjectNode();
        ArrayNode alternatives = node.putArray("anyOf");
        schemas.forEach(alternatives::add);
        return node;
    }

    private void add(RecordModel.Key key, String parent, Set<Class<?>> around) {
        String path = parent.isEmpty() ? key.name() : parent + "." + key.name();
        values.computeIfAbsent(path, _ -> new LinkedHashSet<>()).add(schemas.apply(key));
        key.setting().ifPresent(setting -> meanings.putIfAbsent(path, setting.meaning()));
        enter(key.type(), path, around);
    }

    private void enter(Type type, String path, Set<Class<?>> around) {
        Class<?> raw = RecordModel.raw(type);
        if (List.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw) || around.contains(raw)) {
            below.add(path);
            return;
        }
        Set<Class<?>> inside = new LinkedHashSet<>(around);
        inside.add(raw);
        if (raw.isRecord()) {
            RecordModel.keys(raw).forEach(key -> add(key, path, inside));
        } else if (raw.isInterface() && raw.isSealed()) {
            ObjectNode id = mapper.createObjectNode();
            ArrayNode ids = id.putArray("enum");
            Map<String, RecordModel.Subtype> subtypes = RecordModel.subtypes(raw);
            subtypes.keySet().forEach(ids::add);
            String idPath = path + "." + RecordModel.typeProperty(raw);
            values.computeIfAbsent(idPath, _ -> new LinkedHashSet<>()).add(id);
            meanings.putIfAbsent(idPath, "which one it is");
            subtypes.values().stream()
                    .map(RecordModel.Subtype::type)
                    .distinct()
                    .flatMap(subtype -> RecordModel.keys(subtype).stream())
                    .forEach(key -> add(key, path, inside));
        }
    }
}
