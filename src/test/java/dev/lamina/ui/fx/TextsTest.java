package dev.lamina.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Set<String> english = new TreeSet<>(read("texts.properties").stringPropertyNames());
        Set<String> chinese = new TreeSet<>(read("texts_zh.properties").stringPropertyNames());
        // The meanings of settings stand in English where the settings are.
        chinese.removeIf(key -> key.startsWith("meaning."));
        assertEquals(english, chinese);
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
