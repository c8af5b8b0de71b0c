package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether a command does its work, or shows the process that would. */
final class LaunchArguments {
    private static final String SHOW_COMMAND = "--show-command";

    @Option(names = SHOW_COMMAND)
    private boolean showCommand;

    boolean showsCommand() {
        return showCommand;
    }

    /** @throws dev.lamina.tensor.BadInputException if the backend cannot run on this machine */
    static void print(CommandSpec command, ExperimentConfig config) {
        List<String> arguments = DeviceProcess.arguments(command).stream()
                .filter(argument -> !argument.equals(SHOW_COMMAND))
                .toList();
        Voice.of(command).print(shellLines(DeviceProcess.command(config, arguments)));
    }

    /** A word a line, quoted where a POSIX shell needs it. */
    static String shellLines(List<String> words) {
        return words.stream().map(LaunchArguments::quoted).collect(Collectors.joining(" \\\n    "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
