package dev.lamina.data.download;

import dev.lamina.message.Message;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A download did not work out. The problem is one line: what failed, why, and what to do by hand. */
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Message problem;

    DownloadException(Message problem) {
        this(problem, null);
    }

    DownloadException(Message problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Message problem() {
        return problem;
    }
}
