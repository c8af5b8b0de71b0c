package dev.lamina.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With -Dlamina.schema=write the published schema is written anew first. */
class ConfigSchemaTest {
    private static final Path SAMPLES = Path.of("sample-configs");
    private static final Path PUBLISHED = SAMPLES.resolve("experiment.schema.json");

    /** Takes no keyword that the dialect lacks, so that a slip of the generator's shows. */
    private static Schema schema() {
        Dialect strict = Dialect.builder(Dialects.getDraft202012())
                .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                .build();
        return SchemaRegistry.withDialect(strict).getSchema(ConfigSchema.of(ExperimentConfig.class), InputFormat.JSON);
    }

    @Test
    void itIsASchemaItself() {
        Schema dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertEquals(List.of(), dialect.validate(ConfigSchema.of(ExperimentConfig.class), InputFormat.JSON));
    }

    /** What the strict modes of validators refuse in a schema: choices of nothing, bounds where no type stands. */
    @Test
    void everyKeywordHasWhatItSpeaksOf() {
        JsonNode root = new JsonMapper().readTree(ConfigSchema.of(ExperimentConfig.class));
        assertEquals("urn:lamina:experiment", root.get("$id").stringValue());
        for (JsonNode choice : root.findValues("enum")) {
            assertTrue(choice.isArray() && !choice.isEmpty(), choice.toString());
        }
        List<String> bounds = List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
        for (String bound : bounds) {
            List<JsonNode> parents = root.findParents(bound);
            assertFalse(parents.isEmpty(), bound);
            parents.forEach(parent -> assertTrue(
                    List.of("integer", "number").contains(parent.path("type").stringValue("")), parent.toString()));
        }
        root.findParents("items")
                .forEach(parent -> assertEquals("array", parent.path("type").stringValue("")));
        root.findParents("required")
                .forEach(parent -> parent.get("required")
                        .forEach(
                                key -> assertTrue(parent.get("properties").has(key.stringValue()), parent.toString())));
    }

    @Test
    void thePublishedSchemaIsThatOfTheRecords() throws IOException {
        String schema = ConfigSchema.of(ExperimentConfig.class);
        if ("write".equals(System.getProperty("lamina.schema"))) {
            Files.writeString(PUBLISHED, schema);
        }
        assertEquals(
                schema,
                Files.readString(PUBLISHED),
                "the records changed: run mvn test -Dtest=ConfigSchemaTest -Dlamina.schema=write");
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.equals(PUBLISHED))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValid(Path sample) throws IOException {
        assertEquals(List.of(), schema().validate(Files.readString(sample), InputFormat.JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"head\": \"svm\"",
                "\"head\": {\"type\": \"svm\", \"hinge\": \"l1\"}",
                "\"activation\": \"rrelu\"",
                "\"training\": {\"schedule\": {\"type\": \"multi-step\", \"at\": [81, 122]}}",
                "\"sweep\": {\"training.weightDecay\": [0, 1e-4], \"activation\": [\"relu\", \"elu\", null]}",
                "\"sweep\": {\"data.augmentations.0.padding\": [1, 2], \"network.preset\": [\"nopre164\", \"resnet20\"]}"
            })
    void whatTheReaderTakesIsValid(String more) {
        assertEquals(List.of(), schema().validate(config(more), InputFormat.JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"head\": \"vsm\"",
                "\"head\": {\"type\": \"svm\", \"hinge\": \"l3\"}",
                "\"activation\": {\"type\": \"rrelu\", \"lower\": 2}",
                "\"training\": {\"schedule\": {\"type\": \"multi-step\", \"at\": [-1]}}",
                "\"trainig\": {}",
                "\"seed\": 99999999999999999999",
                "\"training\": null",
                "\"activation\": {\"initialAlpha\": 1}",
                "\"sweep\": {\"training.weightdecay\": [0]}",
                "\"sweep\": {\"training.weightDecay\": [-1]}",
                "\"sweep\": {\"training.weightDecay\": []}",
                "\"sweep\": {\"training.weightDecay\": [1, 1]}",
                "\"sweep\": {\"training.optimizer.type\": [\"sdg\"]}",
                "\"sweep\": {\"sweep\": [{}]}"
            })
    void whatTheReaderRefusesIsInvalid(String more) {
        assertFalse(schema().validate(config(more), InputFormat.JSON).isEmpty(), more);
    }

    private static String config(String more) {
        return "{\"data\": {\"source\": \"moons\"}, \"network\": {\"preset\": \"nopre164\"}, " + more + "}";
    }
}
