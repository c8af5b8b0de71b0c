package dev.lamina.cli;

import dev.lamina.message.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command line came to: its exit code, and the lines it wrote. */
record CommandLineRun(int exitCode, List<String> output, List<String> errors) {
    static CommandLineRun of(String... arguments) {
        return of(List.of(arguments));
    }

    static CommandLineRun of(List<String> arguments) {
        return of(arguments, Language.ENGLISH);
    }

    static CommandLineRun of(List<String> arguments, Language language) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = LaminaCommand.execute(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                language);
        return new CommandLineRun(exitCode, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
