package dev.lamina.archive.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them: "200", "1e-4", "91%". */
final class WrittenNumber {
    private static final Pattern PERCENT = Pattern.compile("(.+)%");
    private static final double WHOLE = 100;

    private WrittenNumber() {}

    /** NaN, to which nothing compares, of a text that is none. */
    static double of(String text) {
        Matcher percent = PERCENT.matcher(text);
        try {
            return percent.matches() ? Double.parseDouble(percent.group(1)) / WHOLE : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
