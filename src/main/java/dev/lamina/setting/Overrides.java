package dev.lamina.setting;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces values of a configuration by "key.path=value"; the value is JSON, or a plain text where it is not. Their order
 * does not matter: what holds further keys is replaced before these. None is lost: two that contradict are refused.
 */
final class Overrides {
    /** More keys than any path of a configuration has. */
    private static final int MOST_KEYS = 100;

    private static final Pattern DOT = Pattern.compile("\\.");

    private final JsonMapper mapper;

    /** Parents before children. */
    private final List<Replacement> replacements;

    private Overrides(JsonMapper mapper, List<Replacement> replacements) {
        this.mapper = mapper;
        this.replacements = replacements;
    }

    private record Replacement(String path, List<String> keys, JsonNode value, String shown) {
        /** Whether this one's value holds what another one replaces. */
        boolean encloses(Replacement other) {
            return keys.size() <= other.keys.size()
                    && other.keys.subList(0, keys.size()).equals(keys);
        }
    }

    /**
     * @param origin what gives the texts, which a refusal names: "--set"
     * @throws BadInputException if one is none, or two cannot both hold
     */
    static Overrides of(List<String> texts, String origin, JsonMapper mapper) {
        List<Replacement> replacements = texts.stream()
                .map(text -> replacement(text, origin, mapper))
                .sorted(Comparator.comparingInt(r -> r.keys().size()))
                .toList();
        for (int i = 0; i < replacements.size(); i++) {
            for (int j = i + 1; j < replacements.size(); j++) {
                if (contradict(replacements.get(i), replacements.get(j))) {
                    throw refused(
                            replacements.get(j),
                            Message.of(
                                    "setting.contradicts", replacements.get(i).shown()));
                }
            }
        }
        return new Overrides(mapper, replacements);
    }

    private static Replacement replacement(String text, String origin, JsonMapper mapper) {
        String shown = origin + " " + Excerpt.of(text);
        int equals = text.indexOf('=');
        String path = text.substring(0, Math.max(0, equals));
        List<String> keys = List.of(DOT.split(path, -1));
        if (keys.contains("")) {
            throw new BadInputException(Message.of("setting.noOverride").at(shown));
        }
        if (keys.size() > MOST_KEYS) {
            throw new BadInputException(Message.of("setting.tooManyKeys").at(shown));
        }
        return new Replacement(path, keys, value(text.substring(equals + 1), shown, mapper), shown);
    }

    private static JsonNode value(String text, String shown, JsonMapper mapper) {
        try {
            JsonNode value = mapper.readTree(text);
            return value.isMissingNode() ? mapper.getNodeFactory().stringNode(text) : value;
        } catch (JacksonException e) {
            if (text.startsWith("{") || text.startsWith("[")) {
                JsonFault fault = JsonFault.of(e);
                Message problem = Message.of("setting.valueNotJson", fault.problem(), fault.remedy());
                throw new BadInputException(problem.at(shown), e);
            }
            return mapper.getNodeFactory().stringNode(text);
        }
    }

    /** Whether the outer one's value says something else than the inner one at its place. */
    private static boolean contradict(Replacement outer, Replacement inner) {
        if (!outer.encloses(inner)) {
            return false;
        }
        JsonNode held = outer.value();
        for (String key : inner.keys().subList(outer.keys().size(), inner.keys().size())) {
            if (held.isNull()) {
                return true;
            }
            // A type's id alone stands for an object of which it says no more.
            JsonNode next = (held.isString() && key.equals("type"))
                    ? held
                    : held instanceof ArrayNode list ? list.get(asIndex(key, list.size())) : held.get(key);
            if (next == null) {
                return false;
            }
            held = next;
        }
        return !held.equals(inner.value());
    }

    void apply(ObjectNode root) {
        replacements.forEach(replacement -> apply(root, replacement));
    }

    private void apply(ObjectNode root, Replacement replacement) {
        List<String> keys = replacement.keys();
        JsonNode node = root;
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            boolean last = i == keys.size() - 1;
            switch (node) {
                case ObjectNode object -> {
                    object.set(key, last ? replacement.value().deepCopy() : container(object.get(key)));
                    node = object.get(key);
                }
                case ArrayNode array -> {
                    int index = asIndex(key, array.size());
                    if (index < 0) {
                        throw refused(replacement, Message.of("setting.noEntry", array.size(), Excerpt.of(key)));
                    }
                    array.set(index, last ? replacement.value().deepCopy() : container(array.get(index)));
                    node = array.get(index);
                }
                default -> throw refused(replacement, Message.of("setting.singleValue", Excerpt.of(keys.get(i - 1))));
            }
        }
    }

    private static BadInputException refused(Replacement replacement, Message problem) {
        return new BadInputException(problem.at(replacement.shown()));
    }

    /** What holds further keys: nothing becomes an object, and an id alone the type it stands for. */
    private JsonNode container(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return mapper.createObjectNode();
        }
        return node.isString() ? mapper.createObjectNode().set("type", node) : node;
    }

    /** A list's index, −1 where the key is none. */
    private static int asIndex(String key, int size) {
        return (key.matches("\\d{1,9}") && Integer.parseInt(key) < size) ? Integer.parseInt(key) : -1;
    }

    /** The override that gave the value at a path. */
    Optional<String> above(String path) {
        return replacements.reversed().stream()
                .filter(r -> path.equals(r.path()) || path.startsWith(r.path() + "."))
                .findFirst()
                .map(Replacement::shown);
    }

    /** An override of something below a path. */
    Optional<String> below(String path) {
        return replacements.stream()
                .filter(r -> r.path().startsWith(path + "."))
                .findFirst()
                .map(Replacement::shown);
    }
}
