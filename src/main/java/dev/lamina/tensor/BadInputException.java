package dev.lamina.tensor;

import dev.lamina.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something a person handed in (configuration, data file, checkpoint, command line) cannot be used. The problem is one
 * line: the place (file, line or key), what is wrong there, and the remedy. The exception's own message is its English.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message problem;

    public BadInputException(Message problem) {
        this(problem, null);
    }

    public BadInputException(Message problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Message problem() {
        return problem;
    }
}
