package dev.lamina.tensor;

/**
 * Something a person handed in (configuration, data file, checkpoint, command line) cannot be used.
 * The message is one line: the place (file, line or key), what is wrong there, and the remedy.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
