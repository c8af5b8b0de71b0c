package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.JsonFault;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records of a run folder as JSON files. Reading takes whole records only; keys nobody defined are skipped. */
public final class JsonFile {
    private static final String FORMAT = "format";

    /** A run of a million epochs has less. */
    private static final long MOST_BYTES = 1L << 30;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private JsonFile() {}

    /** @throws BadInputException if it cannot be written; an older file is untouched */
    public static void write(Path file, Record content) {
        String text = JSON.writeValueAsString(content) + "\n";
        AtomicFile.write(file, path -> Files.writeString(path, text));
    }

    /** @throws BadInputException if it is missing or damaged */
    static <T extends Record> T read(Path file, Class<T> type) {
        return parse(file, text(file), type);
    }

    /** @throws BadInputException if it is missing, damaged, or of another format than the one given */
    public static <T extends Record> T read(Path file, Class<T> type, int format) {
        return read(file, type, format, UnaryOperator.identity());
    }

    /**
     * Reads a file that an older version may have written.
     *
     * @param upgrade adds what the older version did not know; the same object where nothing is missing
     */
    public static <T extends Record> T read(Path file, Class<T> type, int format, UnaryOperator<JsonNode> upgrade) {
        String text = text(file);
        JsonNode tree = parse(file, text, JsonNode.class);
        JsonNode found = tree.path(FORMAT);
        if (found.isIntegralNumber() && found.longValue() != format) {
            throw new BadInputException(
                    Message.of("archive.otherFormat", found, format).at(file));
        }
        JsonNode upgraded = upgrade.apply(tree);
        return parse(file, upgraded.equals(tree) ? text : upgraded.toString(), type);
    }

    /** @throws BadInputException if it cannot be read, or is longer than any file that Lamina writes */
    static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInputException(
                        Message.of("archive.tooLong", Files.size(file)).at(file));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static BadInputException unreadable(Path file, IOException cause) {
        return new BadInputException(
                Message.of("archive.unreadable", FileFault.reason(cause)).at(file), cause);
    }

    private static <T> T parse(Path file, String text, Class<T> type) {
        try {
            T content = JSON.readValue(text, type);
            if (content instanceof Record record) {
                requireComplete(file, record, "");
            } else if (content == null) {
                throw damaged(file, Message.of("archive.holdsNothing"), null);
            }
            return content;
        } catch (JacksonException e) {
            JsonFault fault = JsonFault.of(e);
            Message reason =
                    e.getCause() instanceof NullPointerException ? Message.of("archive.partIsNull") : fault.problem();
            throw damaged(file, fault.key().isEmpty() ? reason : reason.at(Excerpt.of(fault.key())), e);
        }
    }

    /** Jackson takes a null where the record does not. */
    private static void requireComplete(Path file, Record record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String key = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object value = value(record, component);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (value == null && !nullable) {
                throw damaged(file, Message.of("archive.keyIsNull", key), null);
            }
            requireComplete(file, value, key);
        }
    }

    private static void requireComplete(Path file, @Nullable Object value, String key) {
        switch (value) {
            case Record nested -> requireComplete(file, nested, key);
            case Map<?, ?> map -> map.forEach((name, part) -> requirePart(file, part, key + "." + name));
            case Collection<?> parts -> parts.forEach(part -> requirePart(file, part, key));
            case null, default -> {}
        }
    }

    private static void requirePart(Path file, @Nullable Object part, String key) {
        if (part == null) {
            throw damaged(file, Message.of("archive.keyIsNull", key), null);
        }
        requireComplete(file, part, key);
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BadInputException damaged(Path file, Message reason, @Nullable Throwable cause) {
        return new BadInputException(Message.of("archive.damaged", reason).at(file), cause);
    }
}
