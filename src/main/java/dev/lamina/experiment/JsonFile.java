package dev.lamina.experiment;

import dev.lamina.file.AtomicFile;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records of a run folder as JSON files. */
final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private JsonFile() {}

    /** @throws BadInputException if it cannot be written; an older file is untouched */
    static void write(Path file, Object content) {
        String text = JSON.writeValueAsString(content) + "\n";
        AtomicFile.write(file, path -> Files.writeString(path, text));
    }

    /** @throws BadInputException if it is missing or damaged */
    static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(Files.readString(file), type);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + e + "); name a run folder", e);
        } catch (JacksonException e) {
            String reason =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new BadInputException(file + ": damaged (" + reason + "); take it from a copy of the run", e);
        }
    }
}
