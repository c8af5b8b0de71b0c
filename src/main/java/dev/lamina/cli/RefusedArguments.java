package dev.lamina.cli;

import dev.lamina.message.Language;
import dev.lamina.message.Message;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of arguments that cannot be used: one line, in which an argument is shown no further than to know it. */
final class RefusedArguments {
    private RefusedArguments() {}

    /** The line for a command line that does not parse. */
    static String line(ParameterException e, String[] arguments, Language language) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        List<String> likely =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        Message problem = new RefusedArgument(e, List.of(arguments)).problem();
        Message refused = likely.stream()
                .map(Message::verbatim)
                .reduce((some, one) -> Message.of("cli.either", some, one))
                .map(suggestions -> Message.of("cli.refusedLike", problem, name, suggestions))
                .orElseGet(() -> Message.of("cli.refused", problem, name));
        return line(refused.text(language), List.of(arguments));
    }

    /** A text that may repeat arguments, as one line. */
    static String line(String text, Collection<String> arguments) {
        return "lamina: " + Message.verbatim(cut(text, arguments)).toString().strip();
    }

    private static String cut(String message, Collection<String> arguments) {
        String cut = message;
        for (String argument : arguments) {
            cut = cut(cut, argument);
            cut = cut(cut, argument.substring(argument.indexOf('=') + 1));
        }
        return cut;
    }

    private static String cut(String message, String argument) {
        String shown = RefusedArgument.shown(argument);
        return shown.equals(argument) ? message : message.replace(argument, shown);
    }
}
