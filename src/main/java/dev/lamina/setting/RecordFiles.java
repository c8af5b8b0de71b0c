package dev.lamina.setting;

import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Excerpt;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * Reads and writes records of settings as JSON. Reading is strict: an unknown key, a wrong type, a value out of range
 * or a duplicate key is one {@link BadInputException} that names the file, the line, the key and the remedy.
 * Defaults come from {@link dev.lamina.setting.Setting}; what is written holds every key.
 */
public final class RecordFiles {
    /** Some editors put it before the text; it is no part of it. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final int MOST_BYTES = 16 << 20;

    /** Letters of a long path that are shown from each of its ends. */
    private static final int END_OF_PATH = 90;

    private static final Pattern DOT = Pattern.compile("\\.");

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private RecordFiles() {}

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
            Path file, Class<T> type, List<String> overrides, Function<T, Optional<SettingFault>> check) {
        String text = text(file);
        T config = parse(text, file.toString(), type, overrides);
        check.apply(config).ifPresent(fault -> {
            String place = place(text, file.toString(), fault.path(), Overrides.of(overrides, MAPPER));
            throw new BadInputException(place + ": " + fault.getMessage(), fault);
        });
        return config;
    }

    /** Reads a text; {@code source} names it in messages. */
    public static <T extends Record> T parse(String text, String source, Class<T> type, List<String> overrides) {
        JsonNode tree = tree(text, source);
        if (!(tree instanceof ObjectNode root)) {
            throw new BadInputException(
                    source + ": must hold one JSON object in braces; sample-configs/ holds examples");
        }
        JsonNode schema = root.remove("$schema");
        Overrides replacements = Overrides.of(overrides, MAPPER);
        replacements.apply(root);
        try {
            requireText(schema);
            new RecordTree(MAPPER).complete(root, type, "");
            return MAPPER.treeToValue(root, type);
        } catch (SettingFault e) {
            throw new BadInputException(place(text, source, e.path(), replacements) + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            JsonFault fault = JsonFault.of(e);
            throw new BadInputException(place(text, source, fault.key(), replacements) + ": " + fault.reason(), e);
        }
    }

    /** The record as indented JSON with every key, ending in a line break. */
    public static String write(Record config) {
        return MAPPER.writeValueAsString(config) + "\n";
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BadInputException(file + ": is longer than " + (MOST_BYTES >> 20)
                        + " MiB, no configuration is; give another file");
            }
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString().replaceFirst("^" + BYTE_ORDER_MARK, "");
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

    private static String place(String text, String source, String path, Overrides overrides) {
        JsonLocation location = JsonLocation.of(path, text, MAPPER);
        // Where the text has no such key, the way to an overridden one made it.
        String override = overrides
                .above(path)
                .or(() -> location.isWhole(path) ? Optional.empty() : overrides.below(path))
                .orElse("");
        String key = path.isEmpty() ? "" : " (" + shown(path) + ")";
        return (override.isEmpty() ? source + " " + location.place() : override) + key;
    }

    /** The keys of a path, each cut where somebody wrote a very long one, the middle ones left out where there are very many. */
    private static String shown(String path) {
        String keys = DOT.splitAsStream(path).map(Excerpt::of).collect(Collectors.joining("."));
        int length = keys.length();
        return length <= 2 * END_OF_PATH
                ? keys
                : keys.substring(0, END_OF_PATH) + "…" + keys.substring(length - END_OF_PATH);
    }

    private static void requireText(@Nullable JsonNode schema) {
        if (schema != null && !schema.isString()) {
            throw new SettingFault("$schema", "must be a text in quotes, is " + Excerpt.of(schema.toString()));
        }
    }
}
