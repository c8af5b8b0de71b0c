package dev.lamina.archive.table;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a filter:
 * <pre>
 *   any   = all { "or" all }         all = not { ["and"] not }         not = ["not"] one
 *   one   = "(" any ")" | FIELD SIGN VALUE | WORD | "quoted text"
 * </pre>
 */
public final class FilterParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\"[^\"]*\"?)|([()])|(!=|<=|>=|[=<>:])|([^\\s()=<>:!\"]+))");
    private static final String OPEN = "(";
    private static final String CLOSE = ")";
    private static final String QUOTE = "\"";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    /**
     * Reads a filter; an empty text is for all runs.
     *
     * @throws BadInputException naming the place that is none
     */
    public static RunFilter parse(String text) {
        return new FilterParser(text).parse();
    }

    private FilterParser(String text) {
        this.text = text;
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group().strip());
            end = token.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new BadInputException(
                    Message.of("archive.noFilter", text.substring(end).strip()).at(text));
        }
    }

    private RunFilter parse() {
        if (tokens.isEmpty()) {
            return new RunFilter.All(List.of());
        }
        RunFilter filter = any();
        if (next < tokens.size()) {
            throw refused(tokens.get(next));
        }
        return filter;
    }

    private RunFilter any() {
        List<RunFilter> parts = new ArrayList<>(List.of(all()));
        while (take("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new RunFilter.Any(parts);
    }

    private RunFilter all() {
        List<RunFilter> parts = new ArrayList<>(List.of(not()));
        while (next < tokens.size() && !peek("or") && !peek(CLOSE)) {
            take("and");
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new RunFilter.All(parts);
    }

    private RunFilter not() {
        return take("not") ? new RunFilter.Not(not()) : one();
    }

    private RunFilter one() {
        if (take(OPEN)) {
            RunFilter inner = any();
            if (!take(CLOSE)) {
                throw refused(text);
            }
            return inner;
        }
        if (next == tokens.size()) {
            throw refused(text);
        }
        String word = tokens.get(next++);
        if (sign(word).isPresent() || word.equals(CLOSE)) {
            throw refused(word);
        }
        Optional<RunFilter.Comparison> sign = next < tokens.size() ? sign(tokens.get(next)) : Optional.empty();
        if (sign.isEmpty()) {
            return new RunFilter.Text(unquoted(word));
        }
        next++;
        if (next == tokens.size() || sign(tokens.get(next)).isPresent()) {
            throw refused(word + sign.get().sign());
        }
        return compared(word, sign.get(), unquoted(tokens.get(next++)));
    }

    private RunFilter compared(String field, RunFilter.Comparison sign, String value) {
        boolean numeric = switch (sign) {
            case LESS, AT_MOST, GREATER, AT_LEAST -> true;
            case EQUAL, UNEQUAL, CONTAINS -> false;
        };
        if (numeric && Double.isNaN(WrittenNumber.of(value))) {
            throw refused(field + sign.sign() + value);
        }
        return new RunFilter.Field(field, sign, value);
    }

    private static Optional<RunFilter.Comparison> sign(String token) {
        return List.of(RunFilter.Comparison.values()).stream()
                .filter(comparison -> comparison.sign().equals(token))
                .findFirst();
    }

    private static String unquoted(String token) {
        return token.startsWith(QUOTE) ? token.replace(QUOTE, "") : token;
    }

    private boolean peek(String wanted) {
        return next < tokens.size() && tokens.get(next).equalsIgnoreCase(wanted);
    }

    private boolean take(String wanted) {
        boolean there = peek(wanted);
        next += there ? 1 : 0;
        return there;
    }

    private BadInputException refused(String at) {
        return new BadInputException(Message.of("archive.noFilter", at).at(text));
    }
}
