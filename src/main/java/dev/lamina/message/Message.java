package dev.lamina.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.IllegalFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sentence of the program: which one, and what varies in it. Who shows it makes a text of it in a {@link Language}. In
 * JSON it is an object of key, arguments and the English text, which other programs may show; a text alone is read as one
 * that is not ours, as files from before there were keys have it.
 *
 * @param key of the bundles; what stands before its first dot names the bundle
 * @param arguments texts on one line, numbers, messages (which are put into the language too), and lists of these
 */
public record Message(String key, List<Object> arguments) {
    private static final String OR = "message.or";
    private static final String PLAIN = "message.plain";

    public Message {
        arguments = arguments.stream().map(Message::argument).toList();
    }

    /** @param arguments texts, numbers, messages or lists of them; of any other object its text is taken */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** Words that are not ours, such as those of the system, of a library or of an old file, in whatever language. */
    public static Message verbatim(String text) {
        return of("message.verbatim", text);
    }

    /** Several, one behind the other; empty if there are none. */
    public static Optional<Message> together(List<Message> several) {
        return several.stream().reduce((some, one) -> of("message.and", some, one));
    }

    /** The same of a place: a file, a line, a key. */
    public Message at(Object place) {
        return of("message.at", place, this);
    }

    /** The same with another way out behind its own remedy. */
    public Message or(Message alternative) {
        return of(OR, this, alternative);
    }

    /** The same without what to do about it. */
    public Message withoutRemedy() {
        return of(PLAIN, this);
    }

    /** What is wrong, or to be said; then the remedy, where there is one. */
    public String text(Language language) {
        String what = what(language);
        return OneLine.cut(remedy(language)
                .map(remedy -> of("message.remedied", what, remedy).what(language))
                .orElse(what));
    }

    /** Without the remedy. */
    public String what(Language language) {
        return Wording.template(key, language)
                .map(template -> filled(template, language))
                .orElseGet(() -> key + " " + arguments);
    }

    /** What to do about it: the message's own remedy, or that of a message in it. */
    public Optional<String> remedy(Language language) {
        if (key.equals(PLAIN)) {
            return Optional.empty();
        }
        if (key.equals(OR) && arguments.getFirst() instanceof Message first) {
            Object alternative = arguments.getLast();
            return Optional.of(first.remedy(language)
                    .map(own -> of("message.orRemedy", own, alternative).what(language))
                    .orElseGet(() -> String.valueOf(word(alternative, language))));
        }
        return Wording.template(key + ".remedy", language)
                .map(template -> filled(template, language))
                .or(() -> arguments.stream()
                        .filter(Message.class::isInstance)
                        .map(Message.class::cast)
                        .flatMap(inner -> inner.remedy(language).stream())
                        .findFirst());
    }

    /** Whether it is the sentence of a key, or one of those it is put together of. */
    public boolean says(String wanted) {
        return key.equals(wanted)
                || arguments.stream().anyMatch(argument -> argument instanceof Message inner && inner.says(wanted));
    }

    /** In English. */
    @Override
    public String toString() {
        return text(Language.ENGLISH);
    }

    private String filled(String template, Language language) {
        return Wording.format(
                template,
                arguments.stream().map(argument -> word(argument, language)).toArray());
    }

    private static Object word(Object argument, Language language) {
        return switch (argument) {
            case Message message -> message.what(language);
            case List<?> several ->
                several.stream()
                        .map(item -> String.valueOf(word(item, language)))
                        .collect(Collectors.joining(of("message.separator").what(language)));
            default -> argument;
        };
    }

    private static Object argument(Object given) {
        return switch (given) {
            case Message message -> message;
            // One kind of whole numbers and one of others, so that what comes back from JSON is equal.
            case Byte _, Short _, Integer _ -> ((Number) given).longValue();
            case Float number -> number.doubleValue();
            case Number number -> number;
            case Collection<?> several ->
                several.stream().map(item -> argument(item)).toList();
            default -> OneLine.of(String.valueOf(given));
        };
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", key);
        json.put("arguments", arguments);
        json.put("text", toString());
        return json;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Message ofJson(Object json) {
        return json instanceof Map<?, ?> object ? ofObject(object) : verbatim(String.valueOf(json));
    }

    /** Where another version said something that this one does not know, its English stands for it. */
    private static Message ofObject(Map<?, ?> object) {
        List<?> arguments = object.get("arguments") instanceof List<?> list ? list : List.of();
        Message message = new Message(
                String.valueOf(object.get("key")),
                arguments.stream().map(Message::argumentOfJson).toList());
        return object.get("text") instanceof String text && !message.isKnown() ? verbatim(text) : message;
    }

    private boolean isKnown() {
        try {
            for (Language language : Language.values()) {
                text(language);
            }
            return Wording.template(key, Language.ENGLISH).isPresent();
        } catch (IllegalFormatException | IndexOutOfBoundsException _) {
            return false;
        }
    }

    private static Object argumentOfJson(Object json) {
        return switch (json) {
            case Map<?, ?> object -> ofObject(object);
            case List<?> several ->
                several.stream().map(Message::argumentOfJson).toList();
            default -> json;
        };
    }
}
