package dev.lamina.setting;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final String OPTION = "--set";

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
        T config = parse(text, file.toString(), type, Overrides.of(overrides, OPTION, MAPPER));
        check.apply(config).ifPresent(fault -> {
            throw refused(fault, text, file.toString(), Overrides.of(overrides, OPTION, MAPPER));
        });
        return config;
    }

    /** The keys of a file's object, to tell what kind of file it is. */
    public static Set<String> keys(Path file) {
        return tree(text(file), file.toString()) instanceof ObjectNode root
                ? Set.copyOf(root.propertyNames())
                : Set.of();
    }

    /** Reads a file that is part of the program. */
    public static <T extends Record> T resource(String path, Class<T> type) {
        try (InputStream in = Objects.requireNonNull(RecordFiles.class.getResourceAsStream(path), path)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), path, type, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text; {@code source} names it in messages. */
    public static <T extends Record> T parse(String text, String source, Class<T> type, List<String> overrides) {
        return parse(text, source, type, overrides, OPTION);
    }

    /** The same with overrides that something else gives than the command line's option. */
    public static <T extends Record> T parse(
            String text, String source, Class<T> type, List<String> overrides, String origin) {
        return parse(text, source, type, Overrides.of(overrides, origin, MAPPER));
    }

    private static <T extends Record> T parse(String text, String source, Class<T> type, Overrides replacements) {
        JsonNode tree = tree(text, source);
        if (!(tree instanceof ObjectNode root)) {
            throw new BadInputException(Message.of("setting.noObject").at(source));
        }
        JsonNode schema = root.remove("$schema");
        upgrade(root, type);
        replacements.apply(root);
        try {
            requireText(schema);
            new RecordTree(MAPPER).complete(root, type, "");
            return MAPPER.treeToValue(root, type);
        } catch (SettingFault e) {
            throw refused(e, text, source, replacements);
        } catch (JacksonException e) {
            throw refused(JsonFault.of(e).atKey(e), text, source, replacements);
        }
    }

    private static void upgrade(ObjectNode root, Class<?> type) {
        UpgradedBy upgraded = type.getAnnotation(UpgradedBy.class);
        if (upgraded != null) {
            try {
                upgraded.value().getDeclaredConstructor().newInstance().apply(root);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(upgraded.value().getName(), e);
            }
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
                throw new BadInputException(
                        Message.of("setting.longFile", MOST_BYTES >> 20).at(file));
            }
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString().replaceFirst("^" + BYTE_ORDER_MARK, "");
        } catch (NoSuchFileException e) {
            throw new BadInputException(Message.of("setting.noFile").at(file), e);
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("setting.unreadableFile", FileFault.reason(e)).at(file), e);
        }
    }

    private static JsonNode tree(String text, String source) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            JsonFault fault = JsonFault.of(e);
            Object place = fault.place().<Object>map(at -> at.in(source)).orElse(source);
            throw new BadInputException(
                    Message.of("setting.notJson", fault.problem()).at(place), fault.atKey(e));
        }
    }

    /** A fault at its place: the override that gave the value or led to it, else line and column. */
    private static BadInputException refused(SettingFault fault, String text, String source, Overrides overrides) {
        String path = fault.path();
        JsonLocation location = JsonLocation.of(path, text, MAPPER);
        // Where the text has no such key, the way to an overridden one made it.
        Optional<String> override =
                overrides.above(path).or(() -> location.isWhole(path) ? Optional.empty() : overrides.below(path));
        Object place = override.<Object>map(option -> option)
                .orElseGet(() -> location.place().in(source));
        Object atKey = path.isEmpty() ? place : Message.of("setting.placeOfKey", place, shown(path));
        Optional<JsonPlace> inText = override.isPresent() ? Optional.empty() : Optional.of(location.place());
        return new BadInputException(fault.problem().at(atKey), new SettingFault(path, fault.problem(), inText, fault));
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
            throw new SettingFault("$schema", RecordTree.mustBe("setting.wanted.text", schema));
        }
    }
}
