package dev.lamina.setting;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What the JSON parser found wrong, in words for a person who has never heard of the parser; its own never get through.
 *
 * @param place empty where the parser does not tell
 * @param key dotted path of the key where a value did not fit, empty where the text is not JSON at all
 */
public record JsonFault(Optional<JsonPlace> place, String key, Message problem) {
    /** The parser's words for a common slip, and the key of ours; its argument is what the sign's group found. */
    private record Slip(Pattern sign, String key) {
        Slip(String sign, String key) {
            this(Pattern.compile(sign), key);
        }

        Optional<Message> in(String said) {
            Matcher matcher = sign.matcher(said);
            if (!matcher.find()) {
                return Optional.empty();
            }
            return Optional.of(
                    matcher.groupCount() == 0 ? Message.of(key) : Message.of(key, Excerpt.of(matcher.group(1))));
        }
    }

    /**
     * The first one that fits counts. The parser throws one type of exception for all of these, even for some ends that
     * come too early, so that its words alone tell them apart.
     */
    private static final List<Slip> SLIPS = List.of(
            new Slip("Duplicate Object property \"(.*)\"", "setting.slip.twice"),
            new Slip("Unrecognized token '(.*)': was", "setting.slip.word"),
            new Slip("end-of-input", "setting.slip.end"),
            new Slip("Trailing token|root-level values", "setting.slip.trailing"),
            new Slip("non-standard\\) comment", "setting.slip.comment"),
            new Slip("to start property name", "setting.slip.key"),
            new Slip("comma to separate", "setting.slip.comma"),
            new Slip("colon to separate", "setting.slip.colon"),
            new Slip("expected a (?:valid )?value", "setting.slip.value"),
            new Slip("close marker '(.)': no", "setting.slip.neverOpened"),
            new Slip("close marker '(.)'", "setting.slip.otherOpened"),
            new Slip("Non-standard token", "setting.slip.notFinite"),
            new Slip("unquoted character", "setting.slip.lineBreak"),
            new Slip("Illegal character", "setting.slip.control"),
            new Slip("character escape", "setting.slip.escape"),
            new Slip("urrogate", "setting.slip.halfLetter"),
            new Slip("Leading zeroes", "setting.slip.zero"),
            new Slip("digit|plus sign|umeric value|decimal point|[Hh]exadecimal|BigDecimal", "setting.slip.number"));

    /** The fault behind an exception. */
    public static JsonFault of(JacksonException e) {
        String said = firstLine(e.getOriginalMessage());
        Message problem = misfit(e, said).orElseGet(() -> slip(e, said));
        return new JsonFault(JsonPlace.of(e.getLocation()), key(e.getPath()), problem);
    }

    /** As a fault of the value at its key. */
    SettingFault atKey(JacksonException cause) {
        return new SettingFault(key, problem, place, cause);
    }

    /** What to do about a text that is not JSON. */
    Message remedy() {
        return Message.of(problem.key() + ".remedy", problem.arguments().toArray());
    }

    /** Why a text is not JSON. */
    private static Message slip(JacksonException e, String said) {
        return switch (e) {
            case UnexpectedEndOfInputException _ -> Message.of("setting.slip.end");
            case StreamConstraintsException _ ->
                Message.of(said.contains("depth") ? "setting.slip.deep" : "setting.slip.long");
            case InputCoercionException _ -> Message.of("setting.slip.large");
            default ->
                SLIPS.stream()
                        .flatMap(known -> known.in(said).stream())
                        .findFirst()
                        .orElse(Message.of("setting.slip.unknown"));
        };
    }

    /** Why a value of a text that is JSON did not become what it should. */
    private static Optional<Message> misfit(JacksonException e, String said) {
        Optional<Message> refused = Optional.ofNullable(e.getCause()).flatMap(JsonFault::ownWords);
        if (refused.isPresent()) {
            return refused;
        }
        return Optional.ofNullable(
                switch (e) {
                    case MismatchedInputException _ when said.startsWith("Trailing token") -> null;
                    case MismatchedInputException _ when said.startsWith("Missing") -> Message.of("setting.missing");
                    case UnrecognizedPropertyException _ -> Message.of("setting.unknownKey");
                    case InvalidTypeIdException unknown
                    when unknown.getTypeId() != null ->
                        Message.of("setting.unknownType", Excerpt.of(unknown.getTypeId()));
                    case InvalidTypeIdException _ -> Message.of("setting.typeMissing");
                    case InvalidFormatException wrong ->
                        Message.of(
                                "setting.mustBeText",
                                wanted(wrong.getTargetType()),
                                Excerpt.of(String.valueOf(wrong.getValue())));
                    case MismatchedInputException wrong ->
                        Message.of("setting.mustBeThis", wanted(wrong.getTargetType()));
                    case DatabindException _ -> Message.of("setting.doesNotFit");
                    default -> null;
                });
    }

    /** What a record said that refused its values; what Java's library says of them is for nobody. */
    private static Optional<Message> ownWords(Throwable cause) {
        return switch (cause) {
            case BadInputException refused -> Optional.of(refused.problem());
            case InvalidPathException _ -> Optional.of(Message.of("setting.noFileName"));
            default -> Optional.empty();
        };
    }

    private static Message wanted(@Nullable Class<?> type) {
        if (type == null) {
            return Message.of("setting.wanted.other");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Message.of("setting.wanted.whole");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == Boolean.class) {
            boolean truth = type == boolean.class || type == Boolean.class;
            return truth ? Message.of("setting.wanted.switch") : Message.of("setting.wanted.number");
        }
        if (type.isEnum()) {
            return Message.of("setting.wanted.oneOf", RecordModel.constants(type));
        }
        if (type == Instant.class) {
            return Message.of("setting.wanted.time");
        }
        if (type == String.class) {
            return Message.of("setting.wanted.text");
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type)
                ? Message.of("setting.wanted.list")
                : Message.of("setting.wanted.object");
    }

    private static String key(List<Reference> path) {
        return path.stream()
                .map(r -> r.getPropertyName() != null ? r.getPropertyName() : String.valueOf(r.getIndex()))
                .reduce((a, b) -> a + "." + b)
                .orElse("");
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
