package dev.lamina.config;

import dev.lamina.backend.UnservedSetting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
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
    /** Some editors put it before the text; it is no part of it. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    static final JsonMapper MAPPER = JsonMapper.builder()
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

    /**
     * Reads a file that has to serve a purpose as well.
     *
     * @param check finds a value that does not, by what is known of the machine
     */
    public static <T extends Record> T read(
            Path file, Class<T> type, List<String> overrides, Function<T, Optional<UnservedSetting>> check) {
        String text = text(file);
        T config = parse(text, file.toString(), type, overrides);
        check.apply(config).ifPresent(unserved -> {
            String place = place(text, file.toString(), unserved.key(), overrides);
            throw new BadInputException(place + ": " + unserved.message());
        });
        return config;
    }

    /** Reads a text; {@code source} names it in messages. */
    public static <T extends Record> T parse(String text, String source, Class<T> type, List<String> overrides) {
        JsonNode tree = tree(text, source);
        if (!(tree instanceof ObjectNode root)) {
            throw new BadInputException(source + ": must hold one JSON object in braces; begin with { and end with }");
        }
        JsonNode schema = root.remove("$schema");
        overrides.forEach(override -> Overrides.apply(root, override, MAPPER));
        try {
            requireText(schema);
            new ConfigTree(MAPPER).complete(root, type, "");
            return MAPPER.treeToValue(root, type);
        } catch (ConfigException e) {
            throw new BadInputException(place(text, source, e.path(), overrides) + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            JsonFault fault = JsonFault.of(e);
            String message = e.getCause() instanceof IllegalArgumentException refused
                    ? String.valueOf(refused.getMessage())
                    : fault.reason();
            throw new BadInputException(place(text, source, fault.key(), overrides) + ": " + message, e);
        }
    }

    /** The record as indented JSON with every key, ending in a line break. */
    public static String write(Record config) {
        return MAPPER.writeValueAsString(config) + "\n";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceFirst("^" + BYTE_ORDER_MARK, "");
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": no such file; sample-configs/ holds examples", e);
        } catch (IOException e) {
            throw new BadInputException(
                    file + ": cannot be read (" + FileFault.reason(e) + "); give a JSON file in UTF-8", e);
        }
    }

    private static JsonNode tree(String text, String source) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            JsonFault fault = JsonFault.of(e);
            throw new BadInputException(
                    source + fault.place() + ": not JSON: " + fault.reason() + "; " + fault.remedy(), e);
        }
    }

    private static String place(String text, String source, String path, List<String> overrides) {
        for (String override : overrides) {
            String key = override.substring(0, Math.max(0, override.indexOf('=')));
            if (!key.isEmpty() && (path.equals(key) || path.startsWith(key + "."))) {
                return "--set " + override + " (" + path + ")";
            }
        }
        JsonLocations locations = JsonLocations.of(text, MAPPER);
        for (String override : overrides) {
            // Where the text has no such key, the way to an overridden one made it.
            if (override.startsWith(path + ".") && !locations.has(path)) {
                return "--set " + override + " (" + path + ")";
            }
        }
        String line = locations.of(path);
        return source + " " + line + (path.isEmpty() ? "" : " (" + path + ")");
    }

    private static void requireText(@Nullable JsonNode schema) {
        if (schema != null && !schema.isString()) {
            throw new ConfigException("$schema", "must be a text in quotes, is " + schema);
        }
    }
}
