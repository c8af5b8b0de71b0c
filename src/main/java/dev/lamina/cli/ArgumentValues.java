package dev.lamina.cli;

import dev.lamina.message.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options and parameters. Those that do not fit are refused in words of the user's, not of Java's. */
final class ArgumentValues {
    private ArgumentValues() {}

    /** A value that does not fit. */
    static final class UnfitException extends TypeConversionException {
        private static final long serialVersionUID = 1L;

        private final transient Message problem;

        UnfitException(String key, Object... arguments) {
            super(key);
            problem = Message.of(key, arguments);
        }

        Message problem() {
            return problem;
        }
    }

    /** For a command and those below it. */
    static void readWith(CommandLine command) {
        command.registerConverter(Path.class, ArgumentValues::path);
        command.registerConverter(LocalDate.class, ArgumentValues::day);
        command.registerConverter(URI.class, ArgumentValues::address);
        command.registerConverter(boolean.class, ArgumentValues::yesOrNo);
        ITypeConverter<Integer> whole = text -> number(text, "cli.noWholeNumber", Integer::valueOf);
        ITypeConverter<Long> large = text -> number(text, "cli.noWholeNumber", Long::valueOf);
        ITypeConverter<Double> any = text -> number(text, "cli.noNumber", Double::valueOf);
        command.registerConverter(Integer.class, whole);
        command.registerConverter(int.class, whole);
        command.registerConverter(Long.class, large);
        command.registerConverter(long.class, large);
        command.registerConverter(Double.class, any);
        command.registerConverter(double.class, any);
        readChoices(command);
    }

    private static void readChoices(CommandLine command) {
        for (ArgSpec argument : command.getCommandSpec().args()) {
            if (argument.type().isEnum()) {
                readChoice(command, argument.type());
            }
        }
        command.getSubcommands().values().forEach(ArgumentValues::readChoices);
    }

    private static <T> void readChoice(CommandLine command, Class<T> type) {
        List<T> choices = List.of(type.getEnumConstants());
        command.registerConverter(
                type,
                text -> choices.stream()
                        .filter(choice -> choice.toString().replace('_', '-').equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new UnfitException("cli.noChoice", choices, text)));
    }

    private static boolean yesOrNo(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new UnfitException("cli.noBoolean", text);
        }
        return Boolean.parseBoolean(text);
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw new UnfitException("cli.noAddress", text);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new UnfitException("cli.noDay", text);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new UnfitException("cli.noFileName", text);
        }
    }

    /** A number's reader, such as that of Integer. */
    private interface Reading<N> {
        N of(String text);
    }

    private static <N extends Number> N number(String text, String otherwise, Reading<N> reading) {
        try {
            N number = reading.of(text);
            if (Double.isFinite(number.doubleValue())) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below.
        }
        throw new UnfitException(otherwise, text);
    }
}
