package dev.lamina.campaign;

import dev.lamina.cli.LaminaCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a command line that may be wrong came to, in this process.
 *
 * @param seconds of a processor, so that a busy machine is not taken for a slow program; of the clock where it hung
 */
record CommandAnswer(
        int exitCode, List<String> errors, @Nullable String trace, double seconds) {
    private static final double MOST_SECONDS = 5;
    private static final double MOST_SECONDS_OF_A_CLOCK = 60;
    private static final int MOST_LETTERS = 2100;
    private static final int NONE = -1;

    /** Words of libraries that a person who configures an experiment need not know. */
    private static final Pattern FOREIGN =
            Pattern.compile("\\b(?:java|tools|dev|com|jdk|picocli)\\.[a-z]+\\.|[a-z]Exception\\b|\\tat ");

    static CommandAnswer to(List<String> arguments) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exitCode = new AtomicReference<>(NONE);
        var trace = new AtomicReference<@Nullable String>();
        var seconds = new AtomicReference<>(MOST_SECONDS_OF_A_CLOCK);
        // Of its own stack, so that a stack that overflows or a hang does not end the campaign.
        Thread thread = Thread.ofPlatform().daemon().unstarted(() -> {
            exitCode.set(LaminaCommand.execute(
                    arguments,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)));
            seconds.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
        });
        thread.setUncaughtExceptionHandler((_, e) -> {
            var text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            trace.set(text.toString());
        });
        thread.start();
        thread.join((long) (MOST_SECONDS_OF_A_CLOCK * 1000));
        return new CommandAnswer(
                exitCode.get(), err.toString(StandardCharsets.UTF_8).lines().toList(), trace.get(), seconds.get());
    }

    /** What is wrong with the answer itself; nothing where it is as it should be. */
    Optional<String> fault() {
        String said = errors.isEmpty() ? "" : errors.getFirst();
        if (trace != null) {
            return Optional.of("thrown: " + trace.lines().limit(8).toList());
        }
        if (seconds > MOST_SECONDS) {
            return Optional.of("took " + seconds + " s: " + said);
        }
        if (exitCode != 0 && exitCode != 2) {
            return Optional.of(
                    "exit code " + exitCode + ": " + errors.stream().limit(12).toList());
        }
        if (errors.size() != (exitCode == 0 ? 0 : 1)) {
            return Optional.of("exit code " + exitCode + ", " + errors.size() + " lines: " + errors);
        }
        if (exitCode == 0) {
            return Optional.empty();
        }
        boolean isOneSentence = said.startsWith("lamina: ") && said.chars().noneMatch(Character::isISOControl);
        return isOneSentence
                        && said.length() <= MOST_LETTERS
                        && !FOREIGN.matcher(said).find()
                ? Optional.empty()
                : Optional.of("said: " + said);
    }
}
