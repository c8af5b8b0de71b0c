package dev.lamina.cli;

import dev.lamina.event.CommandQueue;
import dev.lamina.event.JsonLines;
import dev.lamina.event.TrainingCommand;
import dev.lamina.tensor.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a running training takes commands from. */
final class CommandArguments {
    @Option(
            names = "--commands",
            paramLabel = "-",
            description = "Obeys commands that come as JSON lines on standard input, such as {\"type\": \"pause\"}. The"
                    + " first one, such as {\"type\": \"resume\"}, begins the training; the input's end stops it.")
    private @Nullable String commands;

    /**
     * The commands to obey; with {@code --commands -} this waits for the first one.
     *
     * @throws BadInputException if there is none
     */
    CommandQueue queue(InputStream in, PrintWriter err) {
        CommandQueue queue = new CommandQueue();
        if (commands == null) {
            return queue;
        }
        if (!commands.equals("-")) {
            throw new BadInputException(
                    "--commands " + commands + ": commands come from standard input only; write --commands -");
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        queue.submit(
                next(lines, err)
                        .orElseThrow(
                                () -> new BadInputException(
                                        "--commands -: standard input ended before the first command; write {\"type\": \"resume\"} to begin")));
        Thread.ofPlatform().daemon().name("commands").start(() -> {
            for (var command = next(lines, err); command.isPresent(); command = next(lines, err)) {
                queue.submit(command.get());
            }
            // Whoever steered the run has gone.
            queue.submit(new TrainingCommand.Stop());
        });
        return queue;
    }

    /** Lets a worker begin, which waits for its first command, unless it waits for that of a person. */
    void begin(CommandQueue queue) {
        if (commands == null) {
            queue.submit(new TrainingCommand.Resume());
        }
    }

    /** The next line that is a command; others are complained about and passed over. Empty at the end. */
    private static Optional<TrainingCommand> next(BufferedReader lines, PrintWriter err) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    return Optional.of(JsonLines.command(line));
                } catch (BadInputException e) {
                    err.println("lamina: --commands -: " + e.getMessage());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
