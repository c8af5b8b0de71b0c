package dev.lamina.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFaultTest {
    private static final String WHOLE = "{\"data\": {\"source\": \"moons\"}, \"network\": {\"preset\": \"nopre164\"}";

    private static String refused(String text) {
        return assertThrows(
                        BadInputException.class,
                        () -> RecordFiles.parse(text, "c.json", ExperimentConfig.class, List.of()))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"seed": 1, | the text ends too early; close every brace, bracket and quote
                    {"seed": "1} | the text ends too early; close every brace, bracket and quote
                    {"seed": 1 "name": "a"} | a comma is missing before this place; add it
                    {"seed" 1} | a colon is missing between key and value; add it
                    {"seed": 1,} | no key in double quotes where one must be; add the quotes, or remove a comma too many
                    {seed: 1} | no key in double quotes where one must be; add the quotes, or remove a comma too many
                    {"seed": } | no value where one must be; add it, or remove a comma too many
                    {"sweep": [1,]} | no value where one must be; add it, or remove a comma too many
                    {"seed": one} | one is no value; put a text into double quotes
                    {"seed": True} | True is no value; put a text into double quotes
                    {"seed": 'a'} | no value where one must be; add it, or remove a comma too many
                    {"seed": 1}} | } closes what was never opened; remove it
                    {"seed": [1} | } closes something else than was opened last; put the right one
                    {"seed": 1}{} | there is more text after the closing brace; remove it
                    {"seed": NaN} | NaN and infinity are no JSON numbers; write a finite number
                    {"seed": 1} // mine | JSON has no comments; remove it
                    {"seed": 01} | a number begins with a zero too many; remove it
                    {"seed": 1.} | a number is written as JSON does not know it; write it as in 0.5, -3 or 1e-4
                    {"seed": .5} | no value where one must be; add it, or remove a comma too many
                    {"seed": +1} | a number is written as JSON does not know it; write it as in 0.5, -3 or 1e-4
                    {"seed": 0x1F} | a number is written as JSON does not know it; write it as in 0.5, -3 or 1e-4
                    {"seed": 1e} | a number is written as JSON does not know it; write it as in 0.5, -3 or 1e-4
                    {"seed": -} | a number is written as JSON does not know it; write it as in 0.5, -3 or 1e-4
                    {"name": "C:\\data"} | a backslash that begins no escape; write two of them
                    {"name": "\\u12"} | a backslash that begins no escape; write two of them
                    """)
    void aSlipIsToldInOurWords(String text, String told) {
        String message = refused(text);
        assertTrue(message.startsWith("c.json line 1, column "), message);
        assertEquals(told, message.substring(message.indexOf("not JSON: ") + "not JSON: ".length()));
    }

    static List<Arguments> texts() {
        return Stream.of(
                        named("empty", "", "one JSON object in braces"),
                        named("blank", " \r\n\t", "one JSON object in braces"),
                        named("a mark alone", "\ufeff", "one JSON object in braces"),
                        named("null", "null", "one JSON object in braces"),
                        named("zero bytes", "\0".repeat(10_000_000), "plain text in UTF-8"),
                        named(
                                "UTF-16",
                                new String("{\"a\": 1}".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_8),
                                "UTF-8"),
                        named("a line break in a text", "{\"name\": \"a\r\nb\"}", "close the quotes before it"),
                        named("deep lists", "{\"name\": " + "[".repeat(5_000_000), "nested too deep"),
                        named("deep objects", "{\"name\": ".repeat(1_000_000), "nested too deep"),
                        named(
                                "a deep sweep",
                                WHOLE + ", \"sweep\": " + "[".repeat(400) + "]".repeat(400) + "}",
                                "an object in braces"),
                        named("a long number", "{\"seed\": " + "9".repeat(10_000_000) + "}", "shorten it"),
                        named("a long fraction", "{\"seed\": 0." + "9".repeat(10_000_000) + "}", "shorten it"),
                        named("a large exponent", WHOLE + ", \"seed\": 1e999999999}", "a whole number"),
                        named("a larger exponent", WHOLE + ", \"seed\": 1e99999999999999}", "whole number"),
                        named("a long key", "{\"" + "k".repeat(10_000_000) + "\": 1}", "shorten it"),
                        named(
                                "a long type",
                                WHOLE + ", \"activation\": \"" + "k".repeat(10_000_000) + "\"}",
                                "known: elu"),
                        named(
                                "a long text",
                                WHOLE + ", \"seed\": \"" + "k".repeat(10_000_000) + "\"}",
                                "a whole number"),
                        named("half a letter", WHOLE + ", \"name\": \"\\ud800\"}", "(name): holds half of a letter"),
                        named("many keys", "{" + "\"seed\": 1, ".repeat(900_000) + "\"a\": 1}", "stands twice"),
                        named(
                                "many entries",
                                WHOLE + ", \"seed\": [" + "1,".repeat(2_000_000) + "1]}",
                                "a list of 2000001 entries"),
                        named("many words", "{\"name\": " + "a b ".repeat(1_000_000), "a is no value"))
                .toList();
    }

    private static Arguments named(String name, String text, String part) {
        return Arguments.argumentSet(name, text, part);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whateverStandsInAFileIsAnsweredByAShortLineAtOnce(String text, String part, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), text);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            String message = assertThrows(
                            BadInputException.class, () -> RecordFiles.read(file, ExperimentConfig.class, List.of()))
                    .getMessage()
                    .replace(folder.toString(), "");
            assertTrue(message.contains(part), message);
            assertTrue(message.length() < 1000, message);
        });
    }

    @Test
    void aFileWithoutEndIsLeftAlone() {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless));
        String message = assertThrows(
                        BadInputException.class, () -> RecordFiles.read(endless, ExperimentConfig.class, List.of()))
                .getMessage();
        assertEquals("/dev/zero: is longer than 16 MiB, no configuration is; give another file", message);
    }

    @Test
    void aMarkAndCarriageReturnsAreNoFault(@TempDir Path folder) throws IOException {
        String text = "\ufeff{\r\n\"data\": {\"source\": \"moons\"},\r\n\"network\": {\"preset\": \"nopre164\"}}\r\n";
        Path file = Files.writeString(folder.resolve("c.json"), text);
        assertEquals(
                1, RecordFiles.read(file, ExperimentConfig.class, List.of()).seed());
    }
}
