package dev.lamina.experiment;

import dev.lamina.tensor.BadInputException;

/** What is said of an exception that ends a run. */
final class Failures {
    private Failures() {}

    /** What colors a terminal, in messages of libraries. */
    private static final String COLORS = "\u001B\\[[\\d;]*m";

    /** One line: the message of bad input, the kind and the message of everything else. */
    static String line(Throwable failure) {
        String text = failure instanceof BadInputException ? String.valueOf(failure.getMessage()) : failure.toString();
        return text.replaceAll(COLORS, "").lines().findFirst().orElse("").strip();
    }
}
