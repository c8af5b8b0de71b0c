package dev.lamina.cli;

import dev.lamina.tensor.BadInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a running training is shown. */
final class OutputArguments {
    @Option(
            names = "--events",
            paramLabel = "-",
            description = "Writes events as JSON lines to standard output instead of the progress bar.")
    private @Nullable String events;

    Reporter reporter() {
        if (events == null) {
            return new ProgressReporter(System.out, Terminal.attached());
        }
        if (!events.equals("-")) {
            throw new BadInputException("--events " + events + ": only '-', standard output, is possible");
        }
        return new EventReporter(System.out);
    }
}
