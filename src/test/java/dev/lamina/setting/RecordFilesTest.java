package dev.lamina.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFilesTest {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class)})
    sealed interface Form permits Circle, Square {}

    @JsonTypeName("circle")
    record Circle(
            @Setting(defaultValue = "1.5", min = 0, minExclusive = true, meaning = "radius")
            double radius) implements Form {}

    @JsonTypeName("square")
    record Square(
            @Setting(min = 1, max = 9, meaning = "side") int side) implements Form {}

    enum Hue {
        @JsonProperty("dark-red")
        DARK_RED,
        @JsonProperty("blue")
        BLUE
    }

    record Picture(
            @Setting(meaning = "title") String title,
            @Setting(meaning = "forms") List<Form> forms,

            @Setting(defaultValue = "\"blue\"", meaning = "hue")
            Hue hue,

            @Setting(meaning = "remark") @Nullable Integer remark) {}

    private static final String GOOD = """
            {
              "title": "one",
              "forms": [
                {"type": "circle"},
                {"type": "square", "side": 3}
              ]
            }
            """;

    @Test
    void absentKeysTakeTheirDefaults() {
        Picture picture = RecordFiles.parse(GOOD, "p.json", Picture.class, List.of());
        assertEquals(new Picture("one", List.of(new Circle(1.5), new Square(3)), Hue.BLUE, null), picture);
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        Picture picture = RecordFiles.parse(GOOD, "p.json", Picture.class, List.of("hue=dark-red", "remark=4"));
        assertEquals(picture, RecordFiles.parse(RecordFiles.write(picture), "p.json", Picture.class, List.of()));
        assertEquals(Hue.DARK_RED, picture.hue());
    }

    @Test
    void aTypeIdAloneStandsForTheObjectWithItsDefaults() {
        Picture picture = RecordFiles.parse(GOOD, "p.json", Picture.class, List.of("forms=[\"circle\"]"));
        assertEquals(List.of(new Circle(1.5)), picture.forms());
    }

    @Test
    void anOverrideReachesIntoLists() {
        Picture picture = RecordFiles.parse(GOOD, "p.json", Picture.class, List.of("forms.1.side=7"));
        assertEquals(new Square(7), picture.forms().get(1));
    }

    @Test
    void anOverrideReachesIntoATypeGivenByItsIdAlone() {
        List<String> overrides = List.of("forms=[\"circle\"]", "forms.0.radius=2.5");
        Picture picture = RecordFiles.parse(GOOD, "p.json", Picture.class, overrides);
        assertEquals(List.of(new Circle(2.5)), picture.forms());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "side": 3 | "sides": 3 | p.json line 5, column 24 (forms.1.sides): unknown key; did you mean "side"? Known: side, type
                    "side": 3 | "side": 30 | p.json line 5, column 24 (forms.1.side): must be at least 1 and at most 9, is 30
                    "side": 3 | "side": 3.5 | p.json line 5, column 24 (forms.1.side): must be a whole number, is 3.5
                    "side": 3 | "side": "3" | p.json line 5, column 24 (forms.1.side): must be a whole number, is "3"
                    , "side": 3 | `` | p.json line 5, column 5 (forms.1): lacks the key "side" (side); add it
                    circle | cirle | p.json line 4, column 6 (forms.0.type): unknown: "cirle"; did you mean "circle"? Known: circle, square
                    "type": "circle" | "radius": 0 | p.json line 4, column 5 (forms.0): lacks "type"; choose one of circle, square
                    "circle" | "circle", "radius": 0 | p.json line 4, column 24 (forms.0.radius): must be above 0, is 0
                    "one", | "one", "hue": "green", | p.json line 2, column 19 (hue): unknown: "green"; choose one of dark-red, blue
                    "one", | "one", "title": "two", | p.json line 2, column 26: not JSON: the key "title" stands twice; keep one of them
                    "one", | null, | p.json line 2, column 3 (title): is null; give a value
                    "one", | 5, | p.json line 2, column 3 (title): must be a text in quotes, is 5
                    """)
    void oneLineNamesPlaceAndRemedy(String from, String to, String message) {
        String text = GOOD.replace(from, to == null ? "" : to);
        BadInputException e = assertThrows(
                BadInputException.class, () -> RecordFiles.parse(text, "p.json", Picture.class, List.of()));
        assertEquals(message, e.getMessage());
    }

    @Test
    void aWrongOverrideIsNamedAsWritten() {
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> RecordFiles.parse(GOOD, "p.json", Picture.class, List.of("forms.1.side=0")));
        assertEquals("--set forms.1.side=0 (forms.1.side): must be at least 1 and at most 9, is 0", e.getMessage());
    }
}
