package dev.lamina.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeWordsTest {
    private static final byte[] CHINESE = "画/bücher".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatTheLocaleCouldNotReadGoesOnByteForByte() {
        String garbled = new String(CHINESE, StandardCharsets.US_ASCII);
        for (String read : List.of(garbled, garbled.replace('\uFFFD', '?'))) {
            List<byte[]> words = NativeWords.of(
                    List.of("java", "-x", "run", read),
                    List.of("java".getBytes(StandardCharsets.UTF_8), "run".getBytes(StandardCharsets.UTF_8), CHINESE),
                    StandardCharsets.US_ASCII);
            assertArrayEquals(CHINESE, words.getLast());
            assertEquals("-x", new String(words.get(1), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aWordThatWasNotGivenIsWrittenInTheLocalesEncoding() {
        List<byte[]> words = NativeWords.of(
                List.of("java", "bücher"),
                List.of("java".getBytes(StandardCharsets.UTF_8), CHINESE),
                StandardCharsets.UTF_8);
        assertArrayEquals("bücher".getBytes(StandardCharsets.UTF_8), words.getLast());
    }

    @Test
    void wordsEndWithAZero() {
        List<byte[]> words = ProcessImage.zeroEnded("java\0\0run\0".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("java", "", "run"),
                words.stream()
                        .map(word -> new String(word, StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void theLocaleCBecomesItsSisterThatKnowsEveryLetterAndOthersStay() {
        Optional<String> known = Optional.of("C.UTF-8");
        assertEquals(Map.of("LC_ALL", known), ChildEnvironment.changes(Map.of("LC_ALL", "C", "LANG", "zh_CN.UTF-8")));
        assertEquals(Map.of("LC_CTYPE", known), ChildEnvironment.changes(Map.of("LC_ALL", "", "LANG", "POSIX")));
        assertEquals(Map.of("LC_CTYPE", known), ChildEnvironment.changes(Map.of()));
        assertEquals(Map.of(), ChildEnvironment.changes(Map.of("LC_CTYPE", "zh_CN.GB18030", "LANG", "C")));
        assertEquals(Map.of(), ChildEnvironment.changes(Map.of("LANG", "de_DE.UTF-8")));
    }

    @Test
    void optionsThatStandOnTheCommandLineAreNotGivenTwice() {
        assertEquals(
                Map.of("JDK_JAVA_OPTIONS", Optional.empty()),
                ChildEnvironment.changes(Map.of("JDK_JAVA_OPTIONS", "-Xmx1g", "LANG", "C.UTF-8")));
    }
}
