package dev.lamina.cli;

import dev.lamina.message.Language;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Finds English sentences in Chinese lines: two words or more, one behind the other, that are no names. */
final class EnglishWords {
    /** What is quoted; and the term that stays in English beside the Chinese. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\\(learning rate\\)");

    /** Options, files, keys and formulas are no words: they have other signs in them. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** Names that several words make: JSON Schema, mvn verify, Lamina's data in a home directory. */
    private static final Set<String> NAMES = Set.of("Lamina", "Schema", "epoch", "logit");

    private static final Set<String> COMMANDS = commands();

    private EnglishWords() {}

    /** The lines that have some. */
    static List<String> in(List<String> lines) {
        return lines.stream().filter(EnglishWords::has).toList();
    }

    private static boolean has(String line) {
        int words = 0;
        for (String part : QUOTED.matcher(line).replaceAll("…").split("\\s+")) {
            Matcher word = WORD.matcher(part.replaceAll("^[(\\[]+|[,;:.)\\]]+$", ""));
            words = word.matches() && !isName(word.group()) ? words + 1 : 0;
            if (words == 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String word) {
        return word.equals(word.toUpperCase(java.util.Locale.ROOT)) || NAMES.contains(word) || COMMANDS.contains(word);
    }

    private static Set<String> commands() {
        return HelpTextsTest.commands(LaminaCommand.commandLine(Language.CHINESE)).stream()
                .map(CommandSpec::qualifiedName)
                .flatMap(name -> Stream.of(name.split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
