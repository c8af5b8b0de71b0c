package dev.lamina.archive.table;

import dev.lamina.archive.RunNotes;
import dev.lamina.archive.RunRecord;
import dev.lamina.archive.StoredRun;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run's cells, read from its folder.
 *
 * @param cells by column, those of one kind together
 * @param identity of its configuration without name and seed and what computes: runs that share it repeat each other
 */
record RunCells(Path folder, Map<Column.Kind, Map<String, Object>> cells, String identity) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Of several runs together, not of one; a network in full is no setting to compare by. */
    private static final Set<String> LEFT_OUT =
            Set.of("name", "sweep", "search", "seeds", "slots", "network.graph", "network.positions");

    private static final Set<String> NOT_IDENTITY = Set.of("name", "seed", "backend", "slots");

    /** A damaged folder keeps no other from being read: it has its name and the state "unreadable". */
    static RunCells of(Path folder, String group) {
        Map<String, Object> run = new LinkedHashMap<>();
        Map<String, Object> notes = new LinkedHashMap<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        Map<String, Object> metrics = new LinkedHashMap<>();
        Map<Column.Kind, Map<String, Object>> cells = Map.of(
                Column.Kind.RUN, run,
                Column.Kind.NOTE, notes,
                Column.Kind.SETTING, settings,
                Column.Kind.METRIC, metrics);
        run.put("name", folder.getFileName().toString());
        run.put("group", group);
        try {
            StoredRun stored = StoredRun.in(folder);
            describe(stored.record(), run);
            ObjectNode config = config(stored);
            flatten("", config, settings);
            measured(stored.metrics(), metrics);
            noted(RunNotes.of(folder), notes);
            config.remove(NOT_IDENTITY);
            return new RunCells(folder, cells, config.toString());
        } catch (BadInputException _) {
            run.put("state", "unreadable");
            return new RunCells(folder, cells, folder.toString());
        }
    }

    private static ObjectNode config(StoredRun run) {
        try {
            return JSON.readTree(Files.readString(run.folder().config())) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (IOException | JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    private static void describe(RunRecord record, Map<String, Object> run) {
        run.put("title", record.name());
        run.put("state", record.state().name().toLowerCase(Locale.ROOT));
        run.put("epochs", record.epochsDone());
        run.put("step", record.step());
        run.put("seconds", record.durationSeconds());
        run.put("created", record.created().toString());
        run.put("parameters", record.network().parameters());
        run.put("dataSha256", record.data().trainingSha256());
    }

    /** A type's id stands for its object, the object's other keys below it. */
    private static void flatten(String path, ObjectNode node, Map<String, Object> settings) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            boolean type = entry.getKey().equals("type") && !path.isEmpty();
            String key = type ? path : path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            JsonNode value = entry.getValue();
            if (LEFT_OUT.contains(key) || value.isNull()) {
                continue;
            }
            switch (value) {
                case ObjectNode object -> flatten(key, object, settings);
                case JsonNode number when number.isNumber() -> settings.put(key, number.doubleValue());
                case JsonNode text when text.isString() -> settings.put(key, text.stringValue());
                default -> settings.put(key, value.toString());
            }
        }
    }

    private static void measured(List<EpochMetrics> epochs, Map<String, Object> metrics) {
        for (EpochMetrics epoch : epochs) {
            for (Map.Entry<Tag, Reading> reading : epoch.readings().entrySet()) {
                if (reading.getValue() instanceof Reading.Scalar(double value)) {
                    metrics.put(reading.getKey().id(), value);
                }
            }
        }
    }

    private static void noted(RunNotes notes, Map<String, Object> cells) {
        cells.put("star", String.valueOf(notes.star()));
        cells.put("archived", String.valueOf(notes.archived()));
        if (!notes.tags().isEmpty()) {
            cells.put("tags", notes.tags().stream().collect(Collectors.joining(" ")));
        }
        if (!notes.text().isEmpty()) {
            cells.put("notes", notes.text());
        }
    }
}
