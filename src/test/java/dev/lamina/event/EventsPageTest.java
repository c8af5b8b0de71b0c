package dev.lamina.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page that client programs are written by, and the records. */
class EventsPageTest {
    private static final Path PAGE = Path.of("src/docs/events-and-commands.md");

    /** Fields by type, below one of the page's headings. */
    private static Map<String, List<String>> onPage(String heading) throws IOException {
        Map<String, List<String>> types = new TreeMap<>();
        boolean wanted = false;
        List<String> fields = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                wanted = line.equals("## " + heading);
            } else if (wanted && line.startsWith("### ")) {
                fields = new ArrayList<>();
                types.put(line.substring("### ".length()), fields);
            } else if (wanted && line.startsWith("| `")) {
                fields.add(line.split("`")[1]);
            }
        }
        return types;
    }

    private static Map<String, List<String>> inProgram(Class<?> sealed) {
        Map<String, List<String>> types = new TreeMap<>();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            types.put(
                    type.getAnnotation(JsonTypeName.class).value(),
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
        return types;
    }

    @Test
    void everyEventAndFieldStandsOnThePageAndNoOther() throws Exception {
        assertEquals(inProgram(TrainingEvent.class), onPage("Events"));
    }

    @Test
    void everyCommandAndFieldStandsOnThePageAndNoOther() throws Exception {
        assertEquals(inProgram(TrainingCommand.class), onPage("Commands"));
    }

    @Test
    void theNumbersOnThePageAreThoseOfTheProgram() throws Exception {
        String page = Files.readString(PAGE);
        assertTrue(page.contains("number of this language, " + TrainingEvent.PROTOCOL + " |"));
        assertTrue(page.contains(String.format(Locale.ROOT, "at most %,d bytes", CommandReader.MOST_BYTES)));
    }
}
