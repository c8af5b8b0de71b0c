package dev.lamina.figure.plan;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows are wanted: comparisons joined by "and". Two numbers are compared as numbers, anything else as texts.
 * Worked example: "state = finished and seed &lt;= 3".
 */
record Condition(List<Comparison> all) {
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");
    private static final Pattern COMPARISON = Pattern.compile("\\s*(\\S+?)\\s*(!=|<=|>=|=|<|>)\\s*(.*?)\\s*");

    /** One comparison. */
    record Comparison(String column, String operator, String value) {
        boolean holds(Row row) {
            String found = row.value(column);
            int order = order(found, value);
            return switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    static Condition of(String text) {
        List<Comparison> all = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : AND.split(text, -1)) {
                Matcher matcher = COMPARISON.matcher(part);
                if (!matcher.matches()) {
                    throw new BadInputException(
                            Message.of("figure.noCondition", Excerpt.of(part)).at("where"));
                }
                all.add(new Comparison(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        return new Condition(List.copyOf(all));
    }

    boolean holds(Row row) {
        return all.stream().allMatch(comparison -> comparison.holds(row));
    }

    List<String> columns() {
        return all.stream().map(Comparison::column).toList();
    }

    /** Numbers as numbers, before texts; texts by their letters. */
    static int order(String a, String b) {
        Double first = Numbers.parsed(a);
        Double second = Numbers.parsed(b);
        if (first != null && second != null) {
            return Double.compare(first, second);
        }
        return first != null ? -1 : second != null ? 1 : a.compareTo(b);
    }
}
