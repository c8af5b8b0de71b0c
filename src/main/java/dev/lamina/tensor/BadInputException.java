package dev.lamina.tensor;

/**
 * Something a person handed in (configuration, data file, checkpoint, command line) cannot be used.
 * The message is one line: the place (file, line or key), what is wrong there, and the remedy. Control characters that
 * a name brought along are shown as \n or \u001b.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(visible(message));
    }

    public BadInputException(String message, Throwable cause) {
        super(visible(message), cause);
    }

    private static String visible(String message) {
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
