package dev.lamina.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.metric.Tags;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern NAMED = Pattern.compile("\\b(?:texts|phrases)\\.(?:get|of)\\(\"([^\"]+)\"[,)]");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Set<String> english = new TreeSet<>(read("texts.properties").stringPropertyNames());
        Set<String> chinese = new TreeSet<>(read("texts_zh.properties").stringPropertyNames());
        // The meanings of settings stand in English where the settings are.
        chinese.removeIf(key -> key.startsWith("meaning."));
        assertEquals(english, chinese);
    }

    /** Keys put together at run time aside. */
    @Test
    void everyKeyThatTheWindowNamesHasAText() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files(Path.of("src/main/resources/dev/lamina/ui"), ".properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            known.addAll(texts.stringPropertyNames());
        }
        Set<String> named = new TreeSet<>();
        for (Path file : files(Path.of("src/main/java/dev/lamina/ui"), ".java")) {
            NAMED.matcher(Files.readString(file)).results().forEach(key -> named.add(key.group(1)));
        }
        assertTrue(named.size() > 50, named.size() + " keys");
        named.removeAll(known);
        assertEquals(Set.of(), named);
    }

    @Test
    void everyQuantityInAChartHasAName() throws IOException {
        Set<String> names = read("texts.properties").stringPropertyNames();
        assertEquals(
                List.of(),
                Tags.ALL.stream()
                        .filter(tag -> tag.place().isPresent() && !names.contains("tag." + tag.id()))
                        .toList());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties english = read("texts.properties");
        Properties chinese = read("texts_zh.properties");
        for (String key : english.stringPropertyNames()) {
            assertEquals(
                    english.getProperty(key).split("%", -1).length,
                    chinese.getProperty(key).split("%", -1).length,
                    key);
        }
    }

    @Test
    void epochAndLearningRateKeepTheirEnglishBesideTheChinese() throws IOException {
        Properties chinese = read("texts_zh.properties");
        for (String key : chinese.stringPropertyNames()) {
            String text = chinese.getProperty(key);
            assertTrue(!text.contains("学习率") || text.contains("learning rate"), key);
        }
        assertTrue(chinese.getProperty("axis.epoch").contains("epoch"));
    }

    @Test
    void boundTextsFollowTheLanguage() {
        Texts texts = Texts.in(Language.ENGLISH);
        var bound = texts.of("pause");
        assertEquals("Pause", bound.get());
        texts.languageProperty().set(Language.CHINESE);
        assertEquals("暂停", bound.get());
    }

    @Test
    void aKeyWithoutATextStandsForItself() {
        assertEquals("no such key", Texts.in(Language.CHINESE).get("no such key"));
    }

    @Test
    void aNumberChoosesTheWordItCounts() {
        Texts texts = Texts.in(Language.ENGLISH);
        assertEquals("1 thread", texts.get("status.threads", 1));
        assertEquals("2 threads", texts.get("status.threads", 2));
        assertEquals(
                "a goes on: 1 epoch of 3 steps, on x; run folder y",
                texts.get("log.goesOn", "a", "0", "0", 1, 3, "x", "y"));
        texts.languageProperty().set(Language.CHINESE);
        assertEquals("1 线程", texts.get("status.threads", 1));
    }

    /** A count that is one needs a word of its own; what stands before the word may be any argument. */
    @Test
    void noEnglishTextCountsInThePluralAlone() throws IOException {
        Properties english = read("texts.properties");
        for (String key : english.stringPropertyNames()) {
            assertFalse(
                    english.getProperty(key)
                            .matches(".*%(\\d\\$)?s (threads|epochs|steps|images|runs|layers|kernels)\\b(?!/).*"),
                    key);
        }
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
