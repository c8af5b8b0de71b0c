package dev.lamina.config;

import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes configuration records as JSON. Reading is strict: an unknown key, a wrong type, a value out of range
 * or a duplicate key is one {@link BadInputException} that names the file, the line, the key and the remedy.
 * Defaults come from {@link dev.lamina.setting.Setting}; what is written holds every key.
 */
public final class ConfigFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private ConfigFiles() {}

    /**
     * Reads a file.
     *
     * @param overrides "key.path=value" texts that replace values of the file, as from the command line
     */
    public static <T extends Record> T read(Path file, Class<T> type, List<String> overrides) {
        return parse(text(file), file.toString(), type, overrides);
    }

    /** Reads a text; {@code source} names it in messages. */
    public static <T extends Record> T parse(String text, String source, Class<T> type, List<String> overrides) {
        JsonNode tree = tree(text, source);
        if (!(tree instanceof ObjectNode root)) {
            throw new BadInputException(source + ": must hold one JSON object in braces");
        }
        root.remove("$schema");
        overrides.forEach(override -> Overrides.apply(root, override, MAPPER));
        try {
            new ConfigTree(MAPPER).complete(root, type, "");
            return MAPPER.treeToValue(root, type);
        } catch (ConfigException e) {
            throw new BadInputException(place(text, source, e.path(), overrides) + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            String path = e.getPath().stream()
                    .map(r -> r.getPropertyName() != null ? r.getPropertyName() : String.valueOf(r.getIndex()))
                    .reduce((a, b) -> a + "." + b)
                    .orElse("");
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            String message = cause == e ? e.getOriginalMessage() : cause.getMessage();
            throw new BadInputException(place(text, source, path, overrides) + ": " + message, e);
        }
    }

    /** The record as indented JSON with every key, ending in a line break. */
    public static String write(Record config) {
        return MAPPER.writeValueAsString(config) + "\n";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": no such file; sample-configs/ holds examples", e);
        } catch (MalformedInputException e) {
            throw new BadInputException(file + ": not a text in UTF-8; give a JSON file", e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static JsonNode tree(String text, String source) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : " line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new BadInputException(source + place + ": not JSON: " + firstLine(e.getOriginalMessage()), e);
        }
    }

    private static String place(String text, String source, String path, List<String> overrides) {
        for (String override : overrides) {
            String key = override.substring(0, Math.max(0, override.indexOf('=')));
            if (!key.isEmpty() && (path.equals(key) || path.startsWith(key + "."))) {
                return "--set " + override + " (" + path + ")";
            }
        }
        String line = JsonLocations.of(text, MAPPER).of(path);
        return source + " " + line + (path.isEmpty() ? "" : " (" + path + ")");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
