package dev.lamina.cli;

import dev.lamina.message.Message;
import java.util.Optional;

/** Why a run is asked to stop from outside. */
enum StopCause {
    /** Ctrl-C, a termination signal, the end of the terminal or of the process that started this one. */
    ASKED,
    /** A scheduler's warning, or the end of the time given. */
    TIME_LIMIT;

    /** A line for those who have not asked themselves. */
    Optional<Message> words() {
        return switch (this) {
            case ASKED -> Optional.empty();
            case TIME_LIMIT -> Optional.of(Message.of("cli.timeLimit"));
        };
    }
}
