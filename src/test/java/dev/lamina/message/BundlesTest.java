package dev.lamina.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/lamina/message");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/tornado/java"));

    /** Keys whose last part is the id of a value; of the first, {@link Message} itself makes them. */
    private static final Set<String> FAMILIES = Set.of(
            "message.",
            "experiment.unit.",
            "metric.title.",
            "metric.meaning.",
            "figure.spread.",
            "figure.vision.",
            "cli.column.",
            "cli.kind.",
            "cli.state.",
            "reproduce.error.",
            "reproduce.head.",
            "reproduce.method.",
            "reproduce.response.",
            "reproduce.stage.",
            "reproduce.summary.");

    /** A text in quotes that may be a key. */
    private static final Pattern NAMED = Pattern.compile("\"([a-z]+\\.[A-Za-z][\\w.-]*)\"");

    private static final Pattern MADE = Pattern.compile(
            "(?:Message\\.of|voice\\.say|voice\\.text|\\bsay|UnfitException)\\(\\s*\"([^\"]+)\"\\s*([,)])");

    /** Letters that are no argument's. */
    private static final Pattern WORD = Pattern.compile("(?<!%)(?<!%[.\\d$]{1,4})\\b[a-z]{2,}");

    private static final Pattern ARGUMENT = Pattern.compile("%(?:(\\d+)\\$)?[.\\d]*[sdfge,]|\\{(\\d+):");

    @Test
    void everySentenceIsThereInBothLanguagesWithTheSameArguments() throws IOException {
        Map<String, String> english = texts("");
        Map<String, String> chinese = texts("_zh");
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
        english.forEach((key, text) -> assertEquals(arguments(text), arguments(chinese.get(key)), key));
        chinese.forEach((key, text) -> assertTrue(
                text.codePoints().anyMatch(Character::isIdeographic)
                        || !WORD.matcher(english.get(key)).find(),
                key + " is in English: " + text));
    }

    @Test
    void everyKeyThatIsNamedHasATextAndEveryTextIsNamed() throws IOException {
        Set<String> known = new TreeSet<>(texts("").keySet());
        known.removeIf(key -> key.startsWith("help.")); // of picocli's names; HelpTest looks after them
        Set<String> named = new TreeSet<>();
        Set<String> made = new TreeSet<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    NAMED.matcher(source).results().forEach(key -> named.add(key.group(1)));
                    MADE.matcher(source).results().forEach(key -> made.add(key.group(1)));
                }
            }
        }
        made.removeAll(known);
        assertEquals(Set.of(), made, "without a text");
        Set<String> unnamed = new TreeSet<>(known);
        unnamed.removeIf(key -> named.contains(key.replaceFirst("\\.remedy$", "")) || isPutTogether(key));
        assertEquals(Set.of(), unnamed, "nobody says them");
    }

    private static boolean isPutTogether(String key) {
        return FAMILIES.stream().anyMatch(key::startsWith);
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        int[] next = {1};
        ARGUMENT.matcher(text.replace("%%", "")).results().forEach(found -> {
            if (found.group(2) == null) {
                arguments.add(found.group(1) == null ? String.valueOf(next[0]++) : found.group(1));
            }
        });
        return arguments;
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".properties", "");
                boolean isOfLanguage = language.isEmpty() ? !name.contains("_") : name.endsWith(language);
                if (isOfLanguage) {
                    var bundle = new Properties();
                    try (Reader reader = Files.newBufferedReader(file)) {
                        bundle.load(reader);
                    }
                    bundle.forEach((key, text) -> texts.put(name.replace(language, "") + "." + key, (String) text));
                }
            }
        }
        return texts;
    }
}
