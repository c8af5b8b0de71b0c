package dev.lamina.figure.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.tensor.BadInputException;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;

class VenuesTest {
    private static final FigureSpec SPEC = TrainingFigures.accuracyAndBound(SyntheticRuns.run(20, 0, 1));
    private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");

    @Test
    void pagesHaveTheSizeOfEveryPresetToAHundredthOfAPoint() throws IOException {
        AvailableFonts.sans();
        for (Venue venue : Venues.bundled().venues()) {
            for (int columns = 1; columns <= venue.widthsMillimeters().size(); columns++) {
                FigureStyle style = venue.style(columns);
                double width = venue.widthsMillimeters().get(columns - 1) / 25.4 * 72;
                double height = style.heightPoints(2);
                String what = venue.id() + " " + columns;
                byte[] pdf = FigureFiles.content(SPEC, style, FigureOrigin.UNKNOWN, FigureFormat.PDF);
                try (PdfReader reader = new PdfReader(pdf)) {
                    assertEquals(width, reader.getPageSize(1).getWidth(), 0.01, what);
                    assertEquals(height, reader.getPageSize(1).getHeight(), 0.01, what);
                }
                String svg = new String(
                        FigureFiles.content(SPEC, style, FigureOrigin.UNKNOWN, FigureFormat.SVG),
                        StandardCharsets.UTF_8);
                Matcher box = VIEW_BOX.matcher(svg);
                assertTrue(box.find(), what);
                assertEquals(width, Double.parseDouble(box.group(1)), 0.01, what);
                assertEquals(height, Double.parseDouble(box.group(2)), 0.01, what);
            }
        }
    }

    @Test
    void everyPresetSaysWhenAndWhereItWasRead() {
        for (Venue venue : Venues.bundled().venues()) {
            LocalDate.parse(venue.checkedOn());
            assertTrue(venue.source().length() > 10, venue.id());
            assertTrue(venue.typePoints() >= venue.leastTypePoints(), venue.id());
        }
        assertEquals(
                Arrangement.Grid.NONE,
                Venues.bundled().of("nature").style(1).arrangement().grid());
    }

    @Test
    void aUsersFileAddsVenuesAndTakesThePlaceOfOthers(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("venues.json");
        Files.writeString(file, """
                {"venues": [
                  {"id": "acm", "name": "ACM", "widthsMillimeters": [84.5], "typePoints": 8,
                   "checkedOn": "2026-01-01", "source": "its class"},
                  {"id": "ieee", "name": "Mine", "widthsMillimeters": [100], "typePoints": 9,
                   "checkedOn": "2026-01-01", "source": "mine"}]}
                """);
        Venues all = Venues.bundled().with(file);
        assertEquals(84.5, all.of("acm").style(1).widthMillimeters());
        assertEquals(100, all.of("ieee").style(1).widthMillimeters());
        assertEquals(89, all.of("nature").style(1).widthMillimeters());
        Files.writeString(file, Files.readString(file).replace("\"typePoints\": 8", "\"typePoint\": 8"));
        String message = assertThrows(
                        BadInputException.class, () -> Venues.bundled().with(file))
                .getMessage();
        assertTrue(message.contains("line 2") && message.contains("did you mean \"typePoints\""), message);
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatIs() {
        String message = assertThrows(
                        BadInputException.class, () -> Venues.bundled().of("natur"))
                .getMessage();
        assertTrue(message.contains("did you mean \"nature\""), message);
        assertTrue(assertThrows(
                        BadInputException.class,
                        () -> Venues.bundled().of("ieee").style(3))
                .getMessage()
                .contains("88.9"));
    }

    @Test
    void framesHaveTheWantedSizeWhateverStandsAroundThem() {
        for (FigureSpec spec : new FigureSpec[] {
            SPEC, SPEC.withTitle("A title above"), FigureSpec.of(SPEC.panels().getFirst())
        }) {
            FigureStyle venue = Venues.bundled().of("ieee").style(1).withSize(60, 40);
            FigureStyle style = venue.withArrangement(
                    venue.arrangement().withSized(Arrangement.Sized.PLOT_AREA).withPerRow(2));
            FigureRenderer renderer = new FigureRenderer(spec, style, AvailableFonts.sans());
            Rectangle2D frame = renderer.frames().getFirst().area();
            assertEquals(60 / 25.4 * 72, frame.getWidth(), 0.5);
            assertEquals(40 / 25.4 * 72, frame.getHeight(), 0.5);
            assertTrue(renderer.widthPoints() > frame.getWidth());
        }
    }
}
