package dev.lamina.cli;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.CommandReader;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a running training takes commands from. */
final class CommandArguments {
    @Option(names = "--commands", paramLabel = "-")
    private @Nullable String commands;

    /**
     * The commands to obey; with {@code --commands -} this waits for the first one.
     *
     * @param listener told of lines that are refused, on any thread
     * @throws BadInputException if there is none
     */
    CommandQueue queue(InputStream in, Voice voice, TrainingListener listener) {
        CommandQueue queue = new CommandQueue();
        if (commands == null) {
            return queue;
        }
        if (!commands.equals("-")) {
            throw new BadInputException(Message.of("cli.commandsFromElsewhere").at("--commands " + commands));
        }
        CommandReader lines = new CommandReader(in);
        TrainingListener refusals = listener.and(event -> complain(event, voice));
        queue.submit(next(lines, refusals)
                .orElseThrow(() ->
                        new BadInputException(Message.of("cli.noFirstCommand").at("--commands -"))));
        Thread.ofPlatform().daemon().name("commands").start(() -> {
            try {
                for (var command = next(lines, refusals); command.isPresent(); command = next(lines, refusals)) {
                    queue.submit(command.get());
                }
            } finally {
                // Whoever steered the run has gone.
                queue.submit(new TrainingCommand.Stop());
            }
        });
        return queue;
    }

    /** The next line that is a command; others are refused. Empty at the end. */
    private static Optional<TrainingCommand> next(CommandReader lines, TrainingListener refusals) {
        while (true) {
            Optional<CommandReader.Line> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            switch (line.get()) {
                case CommandReader.Line.Obeyed(TrainingCommand command) -> {
                    return Optional.of(command);
                }
                case CommandReader.Line.Refused(TrainingEvent.CommandRefused refused) -> refusals.on(refused);
            }
        }
    }

    private static void complain(TrainingEvent event, Voice voice) {
        if (event instanceof TrainingEvent.CommandRefused refused) {
            voice.remark(Message.of("message.at", "'" + refused.line() + "'", refused.reason())
                    .at("--commands -"));
        }
    }
}
