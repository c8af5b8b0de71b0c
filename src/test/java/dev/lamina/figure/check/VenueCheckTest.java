package dev.lamina.figure.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Join;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Pen;
import dev.lamina.figure.Series;
import dev.lamina.figure.SeriesLook;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.Tint;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.figure.venue.Venue;
import dev.lamina.figure.venue.Venues;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VenueCheckTest {
    private static final FigureSpec SPEC = TrainingFigures.accuracyAndBound(SyntheticRuns.run(20, 0, 1));

    @BeforeAll
    static void textCanBeDrawn() {
        AvailableFonts.sans();
    }

    private static Venue venue(String id) {
        return Venues.bundled().of(id);
    }

    @Test
    void anOrdinaryFigureIsTakenByEveryVenueItsStyleIsOf() {
        for (Venue venue : Venues.bundled().venues()) {
            for (int columns = 1; columns <= venue.widthsMillimeters().size(); columns++) {
                assertEquals(List.of(), VenueCheck.of(SPEC, venue.style(columns), venue), venue.id() + " " + columns);
            }
        }
    }

    @Test
    void aGridIsRefusedWhereNoneIsTaken() {
        FigureStyle style = venue("nature").style(1);
        FigureStyle grid = style.withArrangement(style.arrangement().withGrid(Arrangement.Grid.SHOWN));
        assertEquals(List.of("figure.check.grid"), keys(VenueCheck.of(SPEC, grid, venue("nature"))));
        assertEquals(
                List.of(),
                VenueCheck.of(SPEC, grid.withSize(88.9, 60), venue("ieee")).stream()
                        .filter(refused -> refused.key().endsWith("grid"))
                        .toList());
    }

    @Test
    void smallTypeForeignWidthsAndLinesAreRefusedWithARemedyInBothLanguages() {
        FigureStyle small = venue("elsevier").style(1);
        List<Message> refused =
                VenueCheck.of(SPEC, small.withFont(small.fontFamily(), 4).withSize(101, 260), venue("elsevier"));
        assertEquals(
                List.of("figure.check.width", "figure.check.height", "figure.check.type", "figure.check.script"),
                keys(refused));
        assertTrue(refused.get(2).toString().contains("4.0 pt"), refused::toString);
        List<Message> thick = VenueCheck.of(SPEC, venue("slide").style(1), venue("elsevier"));
        assertTrue(keys(thick).contains("figure.check.thick"), thick::toString);
        for (Message message : refused) {
            for (Language language : Language.values()) {
                assertTrue(message.remedy(language).isPresent(), message.key() + " " + language);
            }
        }
    }

    @Test
    void redAndGreenAreRefusedUnlessDashesTellThemApart() {
        Color red = new Color(0xB85050);
        Color green = new Color(0x6E8B3D);
        List<Message> refused = ColorCheck.of(List.of(Map.of("a", look(red, List.of()), "b", look(green, List.of()))));
        assertTrue(keys(refused).contains("figure.check.colors"), refused::toString);
        assertTrue(refused.stream().anyMatch(m -> m.toString().contains("deuteranopia")), refused::toString);
        assertEquals(
                List.of(),
                ColorCheck.of(List.of(Map.of("a", look(red, List.of()), "b", look(green, List.of(3f, 1f))))));
    }

    private static SeriesLook look(Color color, List<Float> dashes) {
        return new SeriesLook(color, dashes, SeriesLook.Marker.FILLED_CIRCLE, Join.LINE);
    }

    @Test
    void tooManyShadesOfARampAreRefused() {
        List<Series> shades = IntStream.range(0, 20)
                .mapToObj(i -> Series.of("λ" + i, new double[] {0, 1}, new double[] {i, i + 1.0})
                        .drawnWith(new Pen(new Tint.Graded(i / 19.0), 0)))
                .toList();
        Panel panel = Panel.of(AxisSpec.of("x", AxisScale.LINEAR), AxisSpec.of("y", AxisScale.LINEAR), shades);
        List<Message> refused =
                VenueCheck.of(FigureSpec.of(panel), venue("ieee").style(1), venue("ieee"));
        assertTrue(keys(refused).contains("figure.check.colors"), refused::toString);
    }

    @Test
    void aTitleThatMustShrinkToFitIsRefusedAsSmallType() {
        FigureSpec longTitle = SPEC.withTitle("A title that says far more than the width of one column has room for,"
                + " and then goes on to say the same again in other words");
        List<Message> refused = VenueCheck.of(longTitle, venue("ieee").style(1), venue("ieee"));
        assertEquals(List.of("figure.check.type"), keys(refused));
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::key).toList();
    }
}
