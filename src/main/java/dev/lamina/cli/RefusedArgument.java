package dev.lamina.cli;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in our words. The parser's own are English; what it does not tell besides is looked
 * up in the command line again.
 *
 * @param arguments of the whole command line
 */
record RefusedArgument(ParameterException cause, List<String> arguments) {
    Message problem() {
        return switch (cause) {
            case UnmatchedArgumentException e -> unmatched(e.getUnmatched(), e.isUnknownOption());
            case MissingParameterException e -> missing(e.getMissing());
            case OverwrittenOptionException e -> Message.of("cli.givenTwice", withValue(e.getOverwritten()));
            case MutuallyExclusiveArgsException _ -> Message.of("cli.mutuallyExclusive", exclusive());
            case ParameterException e
            when e.getCause() instanceof ArgumentValues.UnfitException unfit ->
                Message.of("cli.unfitValue", unfit(e.getArgSpec()), unfit.problem());
            case ParameterException e when e.getArgSpec() == null && e.getValue() == null -> noCommand();
            default -> Message.verbatim(String.valueOf(cause.getMessage()));
        };
    }

    private CommandSpec command() {
        return cause.getCommandLine().getCommandSpec();
    }

    private Message noCommand() {
        return Message.of(command().parent() == null ? "cli.noCommand" : "cli.noSubcommand");
    }

    private Message unmatched(List<String> unmatched, boolean option) {
        List<String> quoted = unmatched.stream().map(RefusedArgument::quoted).toList();
        return option
                ? Message.of("cli.unknownOptions", quoted.size(), quoted)
                : Message.of("cli.unmatched", quoted.size(), position(unmatched), quoted);
    }

    /** The parser takes arguments from the left, so that the last ones are those left over. */
    private int position(List<String> unmatched) {
        int at = arguments.size();
        for (String argument : unmatched.reversed()) {
            int before = arguments.subList(0, at).lastIndexOf(argument);
            at = before < 0 ? at : before;
        }
        return at;
    }

    private Message missing(List<ArgSpec> missing) {
        List<String> parameters = missing.stream()
                .filter(ArgSpec::isPositional)
                .map(parameter -> quoted(parameter.paramLabel()))
                .toList();
        if (!parameters.isEmpty()) {
            return Message.of("cli.missingParameters", parameters.size(), parameters);
        }
        List<OptionSpec> options = missing.stream().map(OptionSpec.class::cast).toList();
        Optional<OptionSpec> given = options.stream().filter(this::isGiven).findFirst();
        return options.size() > 1 || given.isEmpty()
                ? Message.of("cli.missingOptions", absent(options))
                : follower(given.get())
                        .map(found -> Message.of("cli.optionInPlaceOfValue", name(given.get()), found))
                        .orElseGet(() -> Message.of("cli.missingValue", withValue(given.get())));
    }

    private List<String> absent(List<OptionSpec> options) {
        return options.stream()
                .filter(option -> option.required() && !isGiven(option))
                .map(option -> option.longestName() + "=" + option.paramLabel())
                .toList();
    }

    /** Of the first group of which one alone may be given. */
    private List<String> exclusive() {
        return command().argGroups().stream()
                .filter(ArgGroupSpec::exclusive)
                .map(group -> group.allOptionsNested().stream()
                        .filter(this::isGiven)
                        .map(OptionSpec::longestName)
                        .toList())
                .filter(names -> names.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private boolean isGiven(OptionSpec option) {
        return Stream.of(option.names())
                .anyMatch(name -> arguments.stream()
                        .anyMatch(argument -> argument.equals(name) || argument.startsWith(name + "=")));
    }

    /** The argument behind an option. */
    private Optional<String> follower(OptionSpec option) {
        return Stream.of(option.names())
                .map(arguments::lastIndexOf)
                .filter(at -> at >= 0 && at + 1 < arguments.size())
                .map(at -> arguments.get(at + 1))
                .findFirst();
    }

    private static Message name(ArgSpec argument) {
        return argument instanceof PositionalParamSpec parameter
                ? Message.of("cli.parameter", parameter.index(), parameter.paramLabel())
                : Message.of("cli.option", ((OptionSpec) argument).longestName());
    }

    private static Message withValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.arity().max() > 0
                ? Message.of("cli.optionWithValue", option.longestName(), option.paramLabel())
                : name(argument);
    }

    /** Of an option that takes several values one did not fit. */
    private static Message unfit(ArgSpec argument) {
        return argument.isOption() && argument.isMultiValue() ? withValue(argument) : name(argument);
    }

    /** As much of an argument as is shown; names of files stand whole. */
    static String shown(String argument) {
        return argument.contains("/") || argument.contains("\\") ? argument : Excerpt.of(argument);
    }

    private static String quoted(String text) {
        return "'" + shown(text) + "'";
    }
}
