package dev.lamina.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.search.Search;
import dev.lamina.setting.RecordFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OptunaJournalTest {
    @TempDir
    private Path folder;

    @Test
    void aTrialIsALineWithAllThatOptunaAsksFor() throws Exception {
        Search search = Objects.requireNonNull(RecordFiles.parse("""
                {"data": {"source": "moons"}, "network": {"preset": "mlp"},
                 "search": {"space": {
                   "training.weightDecay": {"type": "log", "low": 1e-6, "high": 0.1},
                   "activation": {"type": "choice", "values": ["relu", "elu"]}}}}
                """, "test", ExperimentConfig.class, List.of())
                .search());
        Instant time = Instant.parse("2026-01-31T10:00:00Z");
        Map<String, Object> values = Map.of("training.weightDecay", 1e-3, "activation", "elu");
        OptunaJournal.write(
                new RunFolder(folder),
                "study",
                search,
                List.of(
                        new OptunaJournal.Entry(
                                OptunaJournal.State.COMPLETE, time, time, values, List.of(Double.NaN, 0.75)),
                        new OptunaJournal.Entry(OptunaJournal.State.PRUNED, time, time, values, List.of(0.5))));
        List<JsonNode> lines = Files.readAllLines(folder.resolve("optuna.log")).stream()
                .map(line -> new JsonMapper().readTree(line))
                .toList();
        assertEquals(3, lines.size());
        assertEquals("[2]", lines.getFirst().get("directions").toString());
        JsonNode done = lines.get(1);
        assertEquals(4, done.get("op_code").asInt());
        assertEquals(1, done.get("state").asInt());
        assertEquals(0.75, done.get("value").asDouble());
        assertEquals("{\"2\":0.75}", done.get("intermediate_values").toString());
        assertEquals(1, done.get("params").get("activation").asInt());
        assertEquals(1e-3, done.get("params").get("training.weightDecay").asDouble());
        assertEquals(
                "{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[\"relu\",\"elu\"]}}",
                done.get("distributions").get("activation").asString());
        assertFalse(lines.get(2).has("value"), "paused at a rung");
        assertEquals(2, lines.get(2).get("state").asInt());
    }
}
