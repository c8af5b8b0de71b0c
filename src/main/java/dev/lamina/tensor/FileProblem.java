package dev.lamina.tensor;

import dev.lamina.message.Message;
import java.io.IOException;

/** Something is wrong with a file, in the program's own words; {@link FileFault} hands them on. Without the name of the file. */
public final class FileProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Message problem;

    public FileProblem(Message problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public FileProblem(Message problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Message problem() {
        return problem;
    }
}
