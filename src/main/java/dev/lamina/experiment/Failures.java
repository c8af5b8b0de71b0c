package dev.lamina.experiment;

import dev.lamina.tensor.BadInputException;

/** What is said of an exception that ends a run. */
final class Failures {
    private Failures() {}

    /** One line: the message of bad input, the kind and the message of everything else. */
    static String line(Throwable failure) {
        String text = failure instanceof BadInputException ? String.valueOf(failure.getMessage()) : failure.toString();
        return text.lines().findFirst().orElse(text);
    }
}
