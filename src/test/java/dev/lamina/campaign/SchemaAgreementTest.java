package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lamina.config.ConfigSchema;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.json.JsonMapper;

/** An editor that knows the schema and the program that reads the file say the same of it. */
class SchemaAgreementTest {
    private static final int COUNT = 600;

    private final JsonMapper strict = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigSchema.of(ExperimentConfig.class), InputFormat.JSON);
    private int taken;
    private int refused;

    @Test
    void theSchemaRefusesWhatTheReaderRefusesByItsForm() {
        var random = new Random(5);
        var drawn = new RandomConfiguration(random);
        var damage = new DamagedConfiguration(random);
        List<String> disagreed = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String whole = drawn.next().toString();
            String text = i % 2 == 0 ? whole : new String(damage.of(drawn.next()), StandardCharsets.UTF_8);
            if (isJson(text) && !agree(text)) {
                disagreed.add(text.length() > 3000 ? text.substring(0, 3000) : text);
            }
        }
        assertEquals(List.of(), disagreed);
        assertTrue(taken > COUNT / 10 && refused > COUNT / 10, taken + " taken, " + refused + " refused");
    }

    private boolean isJson(String text) {
        try {
            return strict.readTree(text).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    /** The validator compares numbers with a long bound as longs, and fails at those that are none. */
    private boolean isValid(String text) {
        try {
            return schema.validate(text, InputFormat.JSON).isEmpty();
        } catch (JsonNodeException _) {
            return false;
        }
    }

    private boolean agree(String text) {
        boolean valid = isValid(text);
        try {
            ExperimentConfig config = RecordFiles.parse(text, "text", ExperimentConfig.class, List.of());
            taken++;
            // What a sweep lists is read when its runs are made.
            return valid || !config.sweep().isEmpty();
        } catch (BadInputException e) {
            refused++;
            // What a record refuses by rules of its own, and forms of which schemas know nothing: 1.0 for 1, half
            // letters.
            boolean isForm = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .noneMatch(JacksonException.class::isInstance);
            String said = String.valueOf(e.getMessage());
            return !valid || !isForm || said.contains("whole number") || said.contains("half of a letter");
        }
    }
}
