package dev.lamina.setting;

import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Excerpt;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What the JSON parser found wrong, in words for a person who has never heard of the parser; its own never get through.
 *
 * @param place " line 3, column 5", empty where the parser does not tell
 * @param key dotted path of the key where a value did not fit, empty where the text is not JSON at all
 */
public record JsonFault(String place, String key, String reason, String remedy) {
    /** The parser's words for a common slip, and ours; %s is what the sign's group found. */
    private record Slip(Pattern sign, String reason, String remedy) {
        Slip(String sign, String reason, String remedy) {
            this(Pattern.compile(sign), reason, remedy);
        }

        Optional<Slip> in(String said) {
            Matcher matcher = sign.matcher(said);
            if (!matcher.find()) {
                return Optional.empty();
            }
            String what = matcher.groupCount() == 0 ? "" : Excerpt.of(matcher.group(1));
            return Optional.of(new Slip(sign, reason.replace("%s", what), remedy));
        }
    }

    /** The first one that fits counts. */
    private static final List<Slip> SLIPS = List.of(
            new Slip("Duplicate Object property \"(.*)\"", "the key \"%s\" stands twice", "keep one of them"),
            new Slip("Unrecognized token '(.*)': was", "%s is no value", "put a text into double quotes"),
            new Slip("end-of-input", "the text ends too early", "close every brace, bracket and quote"),
            new Slip("Trailing token|root-level values", "there is more text after the closing brace", "remove it"),
            new Slip("non-standard\\) comment", "JSON has no comments", "remove it"),
            new Slip(
                    "to start property name",
                    "no key in double quotes where one must be",
                    "add the quotes, or remove a comma too many"),
            new Slip("comma to separate", "a comma is missing before this place", "add it"),
            new Slip("colon to separate", "a colon is missing between key and value", "add it"),
            new Slip("expected a (?:valid )?value", "no value where one must be", "add it, or remove a comma too many"),
            new Slip("close marker '(.)': no", "%s closes what was never opened", "remove it"),
            new Slip("close marker '(.)'", "%s closes something else than was opened last", "put the right one"),
            new Slip("Non-standard token", "NaN and infinity are no JSON numbers", "write a finite number"),
            new Slip(
                    "unquoted character",
                    "a line break or another control character inside a text",
                    "close the quotes before it, or write \\n"),
            new Slip(
                    "Illegal character",
                    "a control character between the values",
                    "save the file as plain text in UTF-8"),
            new Slip("character escape", "a backslash that begins no escape", "write two of them"),
            new Slip("urrogate", "half of a letter, a \\u escape without its partner", "remove it"),
            new Slip("nesting depth", "brackets are nested too deep", "close them earlier"),
            new Slip("(?:value|Name) length", "a number or a text is too long", "shorten it"),
            new Slip("out of range of", "a number is too large here", "write a smaller one"),
            new Slip("Leading zeroes", "a number begins with a zero too many", "remove it"),
            new Slip(
                    "digit|plus sign|umeric value|decimal point|[Hh]exadecimal|BigDecimal",
                    "a number is written as JSON does not know it",
                    "write it as in 0.5, -3 or 1e-4"));

    private static final Slip UNKNOWN = new Slip("", "JSON does not allow what stands here", "correct it");

    /** The fault behind an exception. */
    public static JsonFault of(JacksonException e) {
        String said = firstLine(e.getOriginalMessage());
        String place = place(e.getLocation());
        Optional<String> misfit = misfit(e, said);
        if (misfit.isPresent()) {
            return new JsonFault(place, key(e.getPath()), misfit.get(), "correct it");
        }
        Slip slip = SLIPS.stream()
                .flatMap(known -> known.in(said).stream())
                .findFirst()
                .orElse(UNKNOWN);
        return new JsonFault(place, key(e.getPath()), slip.reason(), slip.remedy());
    }

    /** Why a value of a text that is JSON did not become what it should. */
    private static Optional<String> misfit(JacksonException e, String said) {
        Optional<String> refused = Optional.ofNullable(e.getCause()).flatMap(JsonFault::ownWords);
        if (refused.isPresent()) {
            return refused;
        }
        return Optional.ofNullable(
                switch (e) {
                    case MismatchedInputException _ when said.startsWith("Trailing token") -> null;
                    case MismatchedInputException _ when said.startsWith("Missing") -> "the key is missing";
                    case UnrecognizedPropertyException _ -> "unknown key";
                    case InvalidTypeIdException unknown
                    when unknown.getTypeId() != null -> "unknown: \"" + Excerpt.of(unknown.getTypeId()) + "\"";
                    case InvalidTypeIdException _ -> "its type is missing";
                    case InvalidFormatException wrong ->
                        "must be " + wanted(wrong.getTargetType()) + ", is \""
                                + Excerpt.of(String.valueOf(wrong.getValue())) + "\"";
                    case MismatchedInputException wrong -> "must be " + wanted(wrong.getTargetType());
                    case DatabindException _ -> "does not fit";
                    default -> null;
                });
    }

    /** What a record said that refused its values; what Java's library says of them is for nobody. */
    private static Optional<String> ownWords(Throwable cause) {
        if (cause instanceof InvalidPathException) {
            return Optional.of("holds a character that no file's name can have; remove it");
        }
        boolean own = cause.getClass() == IllegalArgumentException.class || cause instanceof BadInputException;
        return own ? Optional.ofNullable(cause.getMessage()) : Optional.empty();
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == Boolean.class) {
            return (type == boolean.class || type == Boolean.class) ? "true or false" : "a number";
        }
        if (type.isEnum()) {
            return "one of " + String.join(", ", RecordModel.constants(type));
        }
        if (type == Instant.class) {
            return "a time as in 2026-01-31T12:00:00Z";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        return (type.isArray() || Iterable.class.isAssignableFrom(type)) ? "a list" : "an object in braces";
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : " line " + at.getLineNr() + ", column " + at.getColumnNr();
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
