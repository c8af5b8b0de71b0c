package dev.lamina.cli;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a command may train. */
final class TimeLimit {
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");

    @Option(names = "--time-limit", paramLabel = "TIME")
    private @Nullable String time;

    /** Runs until it is closed. */
    interface Clock extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Calls for a stop when the time is over.
     *
     * @return to be closed when there is nothing left to stop
     * @throws BadInputException if the time is none
     */
    Clock begin(Runnable stop) {
        if (time == null) {
            return () -> {};
        }
        Duration limit = parse(time);
        Thread clock = Thread.ofPlatform().daemon().name("time limit").start(() -> {
            try {
                Thread.sleep(limit);
                stop.run();
            } catch (InterruptedException _) {
                // The run has ended before.
            }
        });
        return clock::interrupt;
    }

    /** @throws BadInputException if it is no time, or none at all */
    static Duration parse(String text) {
        Matcher parts = TIME.matcher(text);
        Duration time = parts.matches()
                ? Duration.ofDays(part(parts, 1))
                        .plusHours(part(parts, 2))
                        .plusMinutes(part(parts, 3))
                        .plusSeconds(part(parts, 4))
                : Duration.ZERO;
        if (!time.isPositive()) {
            throw new BadInputException(Message.of("cli.noTime").at("--time-limit " + text));
        }
        return time;
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
