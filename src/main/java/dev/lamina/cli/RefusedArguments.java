package dev.lamina.cli;

import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Excerpt;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of arguments that cannot be used: one line, in which an argument is shown no further than to know it. */
final class RefusedArguments {
    private RefusedArguments() {}

    /** Lets values that do not fit be refused in words of the user's, not of Java's. */
    static void convertInPlainWords(CommandLine command) {
        command.registerConverter(Path.class, RefusedArguments::path);
        command.registerConverter(LocalDate.class, RefusedArguments::day);
        ITypeConverter<Integer> whole = text -> number(text, "a whole number", Integer::valueOf);
        ITypeConverter<Long> large = text -> number(text, "a whole number", Long::valueOf);
        ITypeConverter<Double> any = text -> number(text, "a number", Double::valueOf);
        command.registerConverter(Integer.class, whole);
        command.registerConverter(int.class, whole);
        command.registerConverter(Long.class, large);
        command.registerConverter(long.class, large);
        command.registerConverter(Double.class, any);
        command.registerConverter(double.class, any);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("'" + text + "' is not a day such as 2026-01-31");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new TypeConversionException("'" + text + "' holds a character that no file's name can have");
        }
    }

    /** A number's reader, such as that of Integer. */
    private interface Reading<N> {
        N of(String text);
    }

    private static <N extends Number> N number(String text, String wanted, Reading<N> reading) {
        try {
            N number = reading.of(text);
            if (Double.isFinite(number.doubleValue())) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below.
        }
        throw new TypeConversionException("'" + text + "' is not " + wanted + " within range");
    }

    /** The line for a command line that does not parse. */
    static String line(ParameterException e, String[] arguments) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        List<String> likely =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String remedy = likely.isEmpty() ? "" : "; did you mean " + String.join(" or ", likely) + "?";
        return line(
                cut(String.valueOf(e.getMessage()), List.of(arguments)) + remedy + "; " + name
                        + " --help shows the options",
                List.of());
    }

    /** A message that may repeat arguments, as one line. */
    static String line(String message, Collection<String> arguments) {
        String visible = String.valueOf(new BadInputException(cut(message, arguments)).getMessage());
        return "lamina: " + visible.strip();
    }

    private static String cut(String message, Collection<String> arguments) {
        String cut = message;
        for (String argument : arguments) {
            cut = cut(cut, argument);
            cut = cut(cut, argument.substring(argument.indexOf('=') + 1));
        }
        return cut;
    }

    /** Names of files stand whole. */
    private static String cut(String message, String argument) {
        String excerpt = Excerpt.of(argument);
        return (excerpt.equals(argument) || argument.contains("/") || argument.contains("\\"))
                ? message
                : message.replace(argument, excerpt);
    }
}
