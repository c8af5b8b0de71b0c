package dev.lamina.data.picture;

import dev.lamina.message.Message;
import java.io.IOException;

/** Why a picture cannot be read. The problem is without the name of the file. */
public final class PictureFault extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Message problem;

    PictureFault(Message problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** For bytes that are no picture, or no whole one. */
    static PictureFault damaged(Message reason) {
        return new PictureFault(Message.of("data.damagedPicture", reason));
    }

    /** For a picture that is whole, of a kind that is not read. */
    static PictureFault foreign(Message kind) {
        return new PictureFault(Message.of("data.foreignPicture", kind));
    }

    public Message problem() {
        return problem;
    }
}
