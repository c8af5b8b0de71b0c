package dev.lamina.nn;

import dev.lamina.message.Message;

/** A layer cannot take the shapes it is given. The problem says what was found and what is needed, and has a remedy. */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message problem;

    public ShapeException(Message problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Message problem() {
        return problem;
    }
}
