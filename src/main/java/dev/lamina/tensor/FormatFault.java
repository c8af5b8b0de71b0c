package dev.lamina.tensor;

import dev.lamina.message.Message;
import java.io.IOException;

/** A file that could be read does not hold what its format demands. The problem is without the name of the file. */
public final class FormatFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Message problem;

    public FormatFault(Message problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public FormatFault(Message problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Message problem() {
        return problem;
    }
}
