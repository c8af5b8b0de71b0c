package dev.lamina.cli;

import java.util.Optional;

/** Why a run is asked to stop from outside. */
enum StopCause {
    /** Ctrl-C, a termination signal, the end of the terminal or of the process that started this one. */
    ASKED(Optional.empty()),
    /** A scheduler's warning, or the end of the time given. */
    TIME_LIMIT(Optional.of("time limit reached, stopping"));

    private final Optional<String> words;

    StopCause(Optional<String> words) {
        this.words = words;
    }

    /** A line for those who have not asked themselves. */
    Optional<String> words() {
        return words;
    }
}
