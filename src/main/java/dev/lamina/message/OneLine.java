package dev.lamina.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text from outside, such as a file's name, so that it cannot break a line or flood it: control characters are shown as
 * \n or \u001b, a word longer than any file's name is cut, and of a very long text the middle is left out.
 */
final class OneLine {
    private static final int MOST_OF_A_NAME = 255;
    private static final int MOST_OF_A_LINE = 2000;
    private static final Pattern LONG_WORD = Pattern.compile("[^\\s/\\\\]{" + (MOST_OF_A_NAME + 1) + ",}");

    private OneLine() {}

    static String of(String text) {
        String words = text.length() > MOST_OF_A_NAME
                ? LONG_WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(Excerpt.of(word.group())))
                : text;
        return withoutControls(cut(words));
    }

    /** Without the middle of a very long text. */
    static String cut(String text) {
        return text.length() <= MOST_OF_A_LINE
                ? text
                : text.substring(0, MOST_OF_A_LINE / 2) + " … " + text.substring(text.length() - MOST_OF_A_LINE / 2);
    }

    private static String withoutControls(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> line.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return line.toString();
    }
}
