package dev.lamina.cli;

import dev.lamina.message.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of every command, option and parameter, in the words of the command line's own help. */
public final class CommandsPage {
    /** Started by bench alone. */
    private static final List<String> HIDDEN = List.of("lamina bench-worker");

    private static final List<String> OF_EVERY_COMMAND = List.of("--help", "--version");

    private CommandsPage() {}

    public static String of(Language language) {
        boolean english = language == Language.ENGLISH;
        String head = english ? """
                # Commands

                `lamina COMMAND --help` says the same. Exit codes: 0 done, 1 failed while running, 2 bad input (one line says where and what to
                do), 130 stopped.

                """ : """
                # 命令

                `lamina COMMAND --help` 给出同样的说明。退出码：0 完成，1 运行中失败，2 输入有误（一行说明位置与补救办法），130 被停止。

                """;
        return head
                + HelpTextsTest.commands(LaminaCommand.commandLine(language)).stream()
                        .filter(command -> command.parent() != null)
                        .filter(command -> !HIDDEN.contains(command.qualifiedName()))
                        .map(command -> section(command, english))
                        .collect(Collectors.joining("\n"));
    }

    private static String section(CommandSpec command, boolean english) {
        String rows = Stream.concat(command.positionalParameters().stream(), command.options().stream())
                .filter(argument ->
                        !(argument instanceof OptionSpec option) || !OF_EVERY_COMMAND.contains(option.longestName()))
                .map(argument -> "| `" + name(argument).replace("|", "\\|") + "` | " + text(argument) + " |\n")
                .collect(Collectors.joining());
        String table =
                rows.isEmpty() ? "" : (english ? "| argument | what |\n" : "| 参数 | 说明 |\n") + "|---|---|\n" + rows;
        return "## " + command.qualifiedName() + "\n\n"
                + text(List.of(command.usageMessage().description()), command) + "\n" + (table.isEmpty() ? "" : "\n")
                + table;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof PositionalParamSpec parameter
                ? parameter.paramLabel()
                : ((OptionSpec) argument).longestName()
                        + (argument.arity().max() == 0 ? "" : " " + bare(argument.paramLabel()));
    }

    private static String bare(String label) {
        return label.replaceAll("[<>]", "")
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toUpperCase(Locale.ROOT);
    }

    private static String text(ArgSpec argument) {
        return plain(String.join(" ", argument.renderedDescription()));
    }

    private static String text(List<String> lines, CommandSpec command) {
        return plain(lines.stream()
                .map(line -> Help.Ansi.OFF.text(String.format(line)).toString())
                .collect(Collectors.joining(
                        command.resourceBundle().getLocale().getLanguage().equals("zh") ? "" : " ")));
    }

    private static String plain(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("*", "\\*");
    }
}
