package dev.lamina.nn;

/** A layer cannot take the shapes it is given. The message says what was found, what is needed and a remedy. */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
