package dev.lamina.event;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.event.TrainingEvent.CommandRefused;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line as a command: an object with its {@code type}, the fields that this type has, and if the writer
 * likes an {@code id} that comes back when the command is refused.
 */
final class CommandParser {
    private static final String TYPE = "type";
    private static final String ID = "id";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Class<?>> TYPES = Arrays.stream(TrainingCommand.class.getPermittedSubclasses())
            .collect(Collectors.toMap(CommandParser::name, Function.identity()));

    private CommandParser() {}

    static JsonNode tree(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new BadInputException(Message.of("event.noJson"), e);
        }
        require(node.isObject(), Message.of("event.noObject"));
        return node;
    }

    static @Nullable String id(JsonNode node) {
        JsonNode id = node.get(ID);
        if (id == null) {
            return null;
        }
        require(id.isString() || id.isNumber(), Message.of("event.idOfOtherKind"));
        return CommandRefused.cut(id.asString());
    }

    static TrainingCommand command(JsonNode node) {
        JsonNode name = node.get(TYPE);
        require(name != null, Message.of("event.noType", known()));
        require(name.isString(), Message.of("event.typeIsNoString", known()));
        require(
                TYPES.containsKey(name.asString()),
                Message.of("event.unknownType", CommandRefused.cut(name.asString()), known()));
        Class<?> type = Objects.requireNonNull(TYPES.get(name.asString()));
        RecordComponent[] fields = type.getRecordComponents();
        List<String> names = Arrays.stream(fields).map(RecordComponent::getName).toList();
        node.propertyNames().stream()
                .filter(key -> !key.equals(TYPE) && !key.equals(ID) && !names.contains(key))
                .findFirst()
                .ifPresent(key ->
                        require(false, Message.of("event.unknownField", name.asString(), CommandRefused.cut(key))));
        return create(
                type,
                fields,
                Arrays.stream(fields).map(field -> value(node, field)).toArray());
    }

    /** A number where the field is one, else the id as a text, or what the field holds as JSON. */
    private static Object value(JsonNode node, RecordComponent field) {
        String key = field.getName();
        JsonNode value = node.get(key);
        require(value != null, Message.of("event.missingField", key));
        if (field.getType() == String.class) {
            return key.equals(ID) ? Objects.requireNonNull(id(node)) : value.toString();
        }
        require(value.isNumber(), Message.of("event.fieldIsNoNumber", key));
        if (field.getType() != int.class) {
            return value.asDouble();
        }
        require(value.canConvertToInt() && value.isIntegralNumber(), Message.of("event.fieldIsNotWhole", key));
        return value.asInt();
    }

    private static TrainingCommand create(Class<?> type, RecordComponent[] fields, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (TrainingCommand) type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadInputException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> known() {
        return TYPES.keySet().stream().sorted().toList();
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    private static void require(boolean condition, Message message) {
        if (!condition) {
            throw new BadInputException(message);
        }
    }
}
