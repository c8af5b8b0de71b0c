package dev.lamina.event;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads commands, one JSON object a line. Whatever comes is a command or is refused, so that a writer's mistake costs it
 * one line; a line longer than a mebibyte is passed over without being kept. One thread at a time.
 */
public final class CommandReader {
    static final int MOST_BYTES = 1 << 20;

    /** What a line came to. */
    public sealed interface Line {
        /** It can be obeyed. */
        record Obeyed(TrainingCommand command) implements Line {}

        /** It cannot. */
        record Refused(TrainingEvent.CommandRefused event) implements Line {}
    }

    private final InputStream in;

    public CommandReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line that is not blank; empty at the end, also at one that an error makes. */
    public Optional<Line> next() {
        try {
            while (true) {
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                long length = 0;
                int read = in.read();
                if (read < 0) {
                    return Optional.empty();
                }
                for (; read >= 0 && read != '\n'; read = in.read()) {
                    if (length++ < MOST_BYTES) {
                        kept.write(read);
                    }
                }
                String text = kept.toString(StandardCharsets.UTF_8).strip();
                if (length > MOST_BYTES) {
                    return Optional.of(new Line.Refused(
                            TrainingEvent.CommandRefused.of(null, text, Message.of("event.tooLong", MOST_BYTES))));
                }
                if (!text.isEmpty()) {
                    return Optional.of(line(text));
                }
            }
        } catch (IOException _) {
            // Whoever steered the run has gone.
            return Optional.empty();
        }
    }

    /** What one line, without its end, comes to. */
    static Line line(String line) {
        String id = null;
        try {
            JsonNode node = CommandParser.tree(line);
            id = CommandParser.id(node);
            return new Line.Obeyed(CommandParser.command(node));
        } catch (BadInputException e) {
            return new Line.Refused(TrainingEvent.CommandRefused.of(id, line, e.problem()));
        }
    }
}
