package dev.lamina.cli;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a running training is shown. */
final class OutputArguments {
    @Option(names = "--events", paramLabel = "-")
    private @Nullable String events;

    Reporter reporter(Voice voice) {
        if (events == null) {
            return new ProgressReporter(voice, Terminal.attached());
        }
        if (!events.equals("-")) {
            throw new BadInputException(Message.of("cli.eventsElsewhere").at("--events " + events));
        }
        return new EventReporter(voice);
    }
}
