package dev.lamina.experiment;

import dev.lamina.archive.RunRecord;
import dev.lamina.archive.StoredRun;
import dev.lamina.setting.RecordFiles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What all rows of a run share: its name and state, its size, and every key of its configuration. */
final class RunColumns {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPE = "type";
    private static final String ABSENT = "none";
    private static final String PRESENT = "given";

    private RunColumns() {}

    /**
     * Columns are the keys' paths, "training.weightDecay". A part with a type has it as its value, "head" is "wnll"; one
     * without is "given", and what is null is "none".
     */
    static Map<String, String> of(StoredRun run) {
        Map<String, String> columns = new LinkedHashMap<>();
        RunRecord record = run.record();
        columns.put("run", String.valueOf(run.path().getFileName()));
        columns.put("state", record.state().name().toLowerCase(Locale.ROOT));
        columns.put("parameters", String.valueOf(record.network().parameters()));
        columns.put("trainingImages", String.valueOf(record.data().trainingImages()));
        add(columns, "", JSON.readTree(RecordFiles.write(run.config())));
        String depth = columns.get("network.preset.depth");
        if (depth != null) {
            columns.put("depth", depth);
        }
        return columns;
    }

    private static void add(Map<String, String> columns, String path, JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                if (!path.isEmpty()) {
                    JsonNode type = object.get(TYPE);
                    columns.put(path, type == null ? PRESENT : type.asString());
                }
                object.properties()
                        .forEach(entry -> add(
                                columns,
                                path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                                entry.getValue()));
            }
            case JsonNode value when value.isNull() -> columns.put(path, ABSENT);
            case JsonNode value when value.isValueNode() -> columns.put(path, value.asString());
            default -> columns.put(path, node.toString());
        }
    }
}
