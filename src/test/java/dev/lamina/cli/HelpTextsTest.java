package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.message.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What picocli finds in the bundles "help" by names of its own. */
class HelpTextsTest {
    @ParameterizedTest
    @EnumSource
    void everyCommandOptionAndParameterIsDescribed(Language language) {
        List<String> undescribed = new ArrayList<>();
        for (CommandSpec command : commands(LaminaCommand.commandLine(language))) {
            if (isEmpty(command.usageMessage().description())) {
                undescribed.add(command.qualifiedName());
            }
            for (ArgSpec argument : command.args()) {
                if (isEmpty(argument.description())) {
                    undescribed.add(command.qualifiedName() + " " + argument);
                }
            }
        }
        assertEquals(List.of(), undescribed);
    }

    /** The list of commands shows the first line alone. */
    @ParameterizedTest
    @EnumSource
    void theFirstLineAboutACommandIsAWholeSentence(Language language) {
        assertEquals(
                List.of(),
                commands(LaminaCommand.commandLine(language)).stream()
                        .map(command -> command.usageMessage().description()[0])
                        .filter(line -> !line.endsWith(".") && !line.endsWith("。"))
                        .toList());
    }

    @Test
    void everyTextIsShownSomewhere() {
        Set<String> shown = new TreeSet<>(Set.of("usage.synopsisHeading", "usage.commandListHeading"));
        for (CommandSpec command : commands(LaminaCommand.commandLine(Language.ENGLISH))) {
            shown.add(command.qualifiedName(".") + ".usage.description");
            for (ArgSpec argument : command.args()) {
                names(argument).forEach(name -> shown.addAll(List.of(name, command.qualifiedName(".") + "." + name)));
            }
        }
        Set<String> texts = new TreeSet<>(
                Wording.bundle("dev.lamina.message.help", Language.ENGLISH).keySet());
        texts.removeIf(key -> shown.contains(key.replaceFirst("\\.\\d$", "")));
        assertEquals(Set.of(), texts);
    }

    @Test
    void whatAnOptionDefaultsToIsTheProgramsOwnWord() {
        String help = LaminaCommand.commandLine(Language.CHINESE)
                .getSubcommands()
                .get("bench")
                .getUsageMessage();
        assertTrue(help.contains("默认 5。"), help);
        assertTrue(help.startsWith("用法：lamina bench"), help);
    }

    private static boolean isEmpty(String[] texts) {
        return String.join("", texts).isBlank();
    }

    private static List<String> names(ArgSpec argument) {
        String own = argument instanceof PositionalParamSpec parameter
                ? parameter.paramLabel() + "[" + parameter.index() + "]"
                : ((OptionSpec) argument).longestName().substring(2);
        return argument.descriptionKey() == null ? List.of(own) : List.of(own, argument.descriptionKey());
    }

    /** A command with those below it. */
    static List<CommandSpec> commands(CommandLine command) {
        return Stream.concat(
                        Stream.of(command.getCommandSpec()),
                        command.getSubcommands().values().stream().flatMap(sub -> commands(sub).stream()))
                .toList();
    }
}
