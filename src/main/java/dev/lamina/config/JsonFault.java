package dev.lamina.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;

/**
 * What the JSON parser found wrong, in words for a person who has never heard of the parser.
 *
 * @param place " line 3, column 5", empty where the parser does not tell
 * @param key dotted path of the key where a value did not fit, empty where the text is not JSON at all
 */
public record JsonFault(String place, String key, String reason, String remedy) {
    /** The parser's words for a common slip, and ours; no reason of ours leaves the parser's. */
    private record Slip(String sign, String reason, String remedy) {}

    private static final List<Slip> SLIPS = List.of(
            new Slip("end-of-input", "the text ends too early", "close every brace, bracket and quote"),
            new Slip("Duplicate Object property", "", "keep one of them"),
            new Slip("Trailing token", "there is more text after the closing brace", "remove it"),
            new Slip("(non-standard) comment", "JSON has no comments", "remove it"),
            new Slip(
                    "to start property name",
                    "no key in double quotes where one must be",
                    "add the quotes, or remove a comma too many"),
            new Slip("Non-standard token", "NaN and infinity are no JSON numbers", "write a finite number"),
            new Slip("Missing creator property", "the key is missing", "add it"),
            new Slip("nesting depth", "brackets are nested too deep", "close them earlier"),
            new Slip("value length", "a number or a text is too long", "shorten it"));

    /** The fault behind an exception. */
    public static JsonFault of(JacksonException e) {
        String said = firstLine(e.getOriginalMessage())
                .replaceAll(" \\((start marker at|for \\w+ starting at) \\[Source.*", "")
                .replaceAll("`(?:[a-z]\\w*\\.)+([\\w.$]+)`", "$1");
        Slip slip = SLIPS.stream()
                .filter(known -> said.contains(known.sign()))
                .findFirst()
                .orElse(new Slip("", "", "correct it"));
        String reason = slip.reason().isEmpty() ? said : slip.reason();
        return new JsonFault(place(e.getLocation()), key(e.getPath()), reason, slip.remedy());
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
