package dev.lamina.cli;

import dev.lamina.tensor.BadInputException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a running training is shown. */
final class OutputArguments {
    @Option(
            names = "--events",
            paramLabel = "-",
            description = "Writes events as JSON lines to standard output instead of the progress bar.")
    private @Nullable String events;

    Reporter reporter(PrintWriter out, PrintWriter err) {
        if (events == null) {
            return new ProgressReporter(out, Terminal.attached());
        }
        if (!events.equals("-")) {
            throw new BadInputException("--events " + events + ": events go to standard output only; write --events -");
        }
        return new EventReporter(out, err);
    }
}
