package dev.lamina.tensor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something a person handed in (configuration, data file, checkpoint, command line) cannot be used.
 * The message is one line: the place (file, line or key), what is wrong there, and the remedy. Control characters that
 * a name brought along are shown as \n or \u001b; a word longer than any file's name is cut, and of a very long line the
 * middle is left out.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MOST_OF_A_NAME = 255;

    private static final Pattern LONG_WORD = Pattern.compile("[^\\s/\\\\]{" + (MOST_OF_A_NAME + 1) + ",}");

    private static final int MOST_OF_A_LINE = 2000;

    public BadInputException(String message) {
        super(visible(message));
    }

    public BadInputException(String message, Throwable cause) {
        super(visible(message), cause);
    }

    private static String visible(String message) {
        String words = message.length() > MOST_OF_A_NAME
                ? LONG_WORD.matcher(message).replaceAll(word -> Matcher.quoteReplacement(Excerpt.of(word.group())))
                : message;
        return words.length() <= MOST_OF_A_LINE
                ? withoutControls(words)
                : withoutControls(words.substring(0, MOST_OF_A_LINE / 2) + " … "
                        + words.substring(words.length() - MOST_OF_A_LINE / 2));
    }

    private static String withoutControls(String message) {
        if (message.chars().noneMatch(Character::isISOControl)) {
            return message;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> line.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return line.toString();
    }
}
