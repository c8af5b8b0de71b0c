package dev.lamina.experiment;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/** What is said of an exception that ends a run. */
final class Failures {
    private Failures() {}

    /** What colors a terminal, in messages of libraries. */
    private static final String COLORS = "\u001B\\[[\\d;]*m";

    /** One line: the message of bad input, the kind and the message of everything else. */
    static Message line(Throwable failure) {
        return failure instanceof BadInputException bad
                ? bad.problem()
                : Message.verbatim(failure.toString()
                        .replaceAll(COLORS, "")
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip());
    }
}
