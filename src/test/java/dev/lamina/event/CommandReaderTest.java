package dev.lamina.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandReaderTest {
    private static CommandReader reader(String text) {
        return new CommandReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static TrainingEvent.CommandRefused refused(String line) {
        return assertInstanceOf(
                        CommandReader.Line.Refused.class,
                        reader(line + "\n").next().orElseThrow())
                .event();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null|is JSON, but no object",
                "[]|is JSON, but no object",
                "stop|is no JSON object",
                "{\"type\":\"stop\"} {\"type\":\"stop\"}|is no JSON object on one line",
                "{\"type\":\"stop\",\"type\":\"pause\"}|with each field once",
                "{}|has no type; there are do-epoch",
                "{\"type\":null}|type is no string",
                "{\"type\":7}|type is no string",
                "{\"type\":\"explode\"}|there is no type 'explode'",
                "{\"type\":\"stop\",\"now\":true}|stop has no field 'now'",
                "{\"type\":\"set-momentum\"}|has no momentum",
                "{\"type\":\"set-momentum\",\"momentum\":null}|momentum is no number",
                "{\"type\":\"set-momentum\",\"momentum\":\"0.9\"}|momentum is no number",
                "{\"type\":\"set-momentum\",\"momentum\":[0.9]}|momentum is no number",
                "{\"type\":\"set-momentum\",\"momentum\":1}|momentum must be at least 0 and below 1, got 1.0",
                "{\"type\":\"set-learning-rate\",\"learningRate\":1e999}|learningRate must be above 0",
                "{\"type\":\"stop\",\"id\":{}}|id is neither a string nor a number"
            })
    void whatIsNoCommandIsRefusedWithAReason(String line, String reason) {
        TrainingEvent.CommandRefused event = refused(line);
        assertTrue(event.reason().toString().contains(reason), event.reason().toString());
        assertEquals(line, event.line());
        assertEquals(1, event.reason().toString().lines().count());
    }

    @Test
    void aRefusalNamesTheCommandsId() {
        assertEquals("a7", refused("{\"type\":\"explode\",\"id\":\"a7\"}").id());
        assertEquals("12", refused("{\"type\":\"set-momentum\",\"id\":12}").id());
        assertEquals(
                Optional.of(new CommandReader.Line.Obeyed(new TrainingCommand.Pause())),
                reader("{\"type\":\"pause\",\"id\":\"a8\"}").next());
    }

    @Test
    void aHugeLineCostsNoMemoryAndTheNextIsRead() {
        InputStream huge = new InputStream() {
            private long left = 300_000_000L;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int count = (int) Math.min(length, left);
                left -= count;
                Arrays.fill(bytes, offset, offset + count, (byte) 'x');
                return count == 0 ? -1 : count;
            }
        };
        CommandReader lines = new CommandReader(new SequenceInputStream(
                huge, new ByteArrayInputStream("\n{\"type\":\"stop\"}".getBytes(StandardCharsets.UTF_8))));
        var first =
                assertInstanceOf(CommandReader.Line.Refused.class, lines.next().orElseThrow());
        assertEquals("is longer than 1048576 bytes", first.event().reason().toString());
        assertEquals(81, first.event().line().length());
        assertEquals(Optional.of(new CommandReader.Line.Obeyed(new TrainingCommand.Stop())), lines.next());
        assertEquals(Optional.empty(), lines.next());
    }

    @Test
    void anErrorOfTheInputIsItsEnd() {
        CommandReader lines = new CommandReader(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        assertEquals(Optional.empty(), lines.next());
    }

    /** Whatever bytes come, every line is a command or is refused. */
    @Test
    void randomBytesAreRefusedLineByLine() {
        Random random = new Random(7);
        String alphabet = "{}[]\":,0123456789.eE+-\\ \t\r\u0000typestoppausenullué画";
        for (int i = 0; i < 5000; i++) {
            StringBuilder line = new StringBuilder("{\"type\":\"set-momentum\",\"momentum\":0.5}");
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(line.length());
                line.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            CommandReader lines = reader(line + "\n{\"type\":\"stop\"}\n");
            if (!line.toString().isBlank()) {
                lines.next().orElseThrow();
            }
            assertEquals(Optional.of(new CommandReader.Line.Obeyed(new TrainingCommand.Stop())), lines.next());
        }
    }
}
