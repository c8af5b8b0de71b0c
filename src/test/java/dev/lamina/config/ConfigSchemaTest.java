package dev.lamina.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With -Dlamina.schema=write the published schema is written anew first. */
class ConfigSchemaTest {
    private static final Path SAMPLES = Path.of("sample-configs");
    private static final Path PUBLISHED = SAMPLES.resolve("experiment.schema.json");

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ConfigSchema.of(ExperimentConfig.class), InputFormat.JSON);
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
                "\"training\": {\"schedule\": {\"type\": \"multi-step\", \"at\": [81, 122]}}"
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
                "\"trainig\": {}"
            })
    void whatTheReaderRefusesIsInvalid(String more) {
        assertFalse(schema().validate(config(more), InputFormat.JSON).isEmpty(), more);
    }

    private static String config(String more) {
        return "{\"data\": {\"source\": \"moons\"}, \"network\": {\"preset\": \"nopre164\"}, " + more + "}";
    }
}
