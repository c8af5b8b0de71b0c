package dev.lamina.setting;

import dev.lamina.tensor.BadInputException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values of single settings as JSON text and back, under the rules by which whole configurations are read. */
public final class SettingValues {
    private static final JsonMapper MAPPER = RecordFiles.MAPPER;

    private SettingValues() {}

    /** A record that stands where a sealed type is asked for. */
    public record Choice(String id, Class<? extends Record> type) {}

    /**
     * Reads the value of one component.
     *
     * @throws BadInputException naming the component, what is wrong and what would be right
     */
    public static Object read(RecordComponent component, String json) {
        RecordModel.Key key = RecordModel.key(component);
        try {
            ObjectNode holder = MAPPER.createObjectNode();
            holder.set(key.name(), tree(json));
            new RecordTree(MAPPER).completeKey(holder, key, "");
            return MAPPER.treeToValue(holder.get(key.name()), MAPPER.constructType(key.type()));
        } catch (SettingFault e) {
            throw new BadInputException(e.problem(), e);
        } catch (JacksonException e) {
            throw new BadInputException(JsonFault.of(e).problem(), e);
        }
    }

    /** The default of a component, nothing where one must be given. */
    public static Optional<Object> defaultOf(RecordComponent component) {
        String json = Optional.ofNullable(component.getAnnotation(Setting.class))
                .map(Setting::defaultValue)
                .orElse("");
        return json.isEmpty() ? Optional.empty() : Optional.of(read(component, json));
    }

    /** A value as JSON text. */
    public static String json(Object value) {
        return MAPPER.writer()
                .without(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(value);
    }

    /** A value as a tree of JSON. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The records of a sealed interface in the order of its annotation. */
    public static List<Choice> choices(Class<?> sealed) {
        return RecordModel.subtypes(sealed).values().stream()
                .map(subtype -> new Choice(subtype.id(), subtype.type().asSubclass(Record.class)))
                .distinct()
                .toList();
    }

    /** What is no JSON is taken as a text, so that the message speaks of the value and not of quotes. */
    private static JsonNode tree(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            return tree.isMissingNode() ? MAPPER.getNodeFactory().stringNode("") : tree;
        } catch (JacksonException _) {
            return MAPPER.getNodeFactory().stringNode(json);
        }
    }
}
