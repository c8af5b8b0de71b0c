package dev.lamina.figure.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.LegendPlace;
import dev.lamina.figure.Note;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.check.VenueCheck;
import dev.lamina.figure.record.Drawn;
import dev.lamina.figure.record.Recording;
import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.figure.venue.Venue;
import dev.lamina.figure.venue.Venues;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LegendPlacesTest {
    private static final AxisSpec X = AxisSpec.of("epoch", AxisScale.INTEGER);
    private static final AxisSpec Y = AxisSpec.of("accuracy (%)", AxisScale.LINEAR);

    private static FigureSpec spec() {
        double[] x = {1, 2, 3, 4};
        return FigureSpec.of(Panel.of(
                X,
                Y,
                List.of(
                        Series.of("first", x, new double[] {10, 60, 80, 90}),
                        Series.of("second", x, new double[] {5, 40, 70, 88}))));
    }

    private static Recording drawn(FigureSpec spec, LegendPlace where) {
        return renderer(spec, where).recording();
    }

    private static FigureRenderer renderer(FigureSpec spec, LegendPlace where) {
        FigureStyle style = Venues.bundled().of("ieee").style(1);
        Arrangement arrangement = style.arrangement().withLegend(where);
        return new FigureRenderer(spec, style.withArrangement(arrangement), AvailableFonts.sans());
    }

    private static Rectangle2D place(Recording page, String name) {
        return page.texts().stream()
                .filter(text -> text.text().equals(name))
                .findFirst()
                .map(Drawn.Text::bounds)
                .orElseThrow();
    }

    @Test
    void namesStandWhereTheyWereAskedFor() {
        for (LegendPlace where : LegendPlace.values()) {
            FigureRenderer renderer = renderer(spec(), where);
            Rectangle2D frame = renderer.frames().getFirst().area();
            Recording page = renderer.recording();
            if (where == LegendPlace.NONE) {
                assertTrue(page.texts().stream().noneMatch(text -> text.text().equals("first")));
                continue;
            }
            Rectangle2D name = place(page, "first");
            boolean fits = switch (where) {
                case TOP, AUTO -> name.getMaxY() < frame.getMinY();
                case BOTTOM -> name.getMinY() > frame.getMaxY();
                case RIGHT, DIRECT -> name.getMinX() > frame.getMaxX() && name.getMaxX() <= page.width();
                case INSIDE -> frame.contains(name);
                case NONE -> false;
            };
            assertTrue(fits, where + " " + name + " " + frame);
        }
    }

    @Test
    void insideIsTheCornerWithTheFewestPoints() {
        FigureRenderer renderer = renderer(spec(), LegendPlace.INSIDE);
        Rectangle2D frame = renderer.frames().getFirst().area();
        Rectangle2D name = place(renderer.recording(), "first");
        boolean right = name.getCenterX() > frame.getCenterX();
        boolean low = name.getCenterY() > frame.getCenterY();
        // The curves rise from the lower left to the upper right corner.
        assertEquals(right, low, name.toString());
    }

    @Test
    void namesAtEndsOfCurvesAreMovedApart() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 10, 100);
        List<Double> heights = EndLabels.apart(List.of(50.0, 50.5, 51.0, 99.9, 99.9), 10, area);
        for (int i = 1; i < heights.size(); i++) {
            assertTrue(heights.get(i) - heights.get(i - 1) >= 10 - 1e-9, heights.toString());
        }
        assertTrue(heights.getLast() <= 100);
        assertEquals(50, heights.getFirst());
    }

    @Test
    void notesAndInsetsAreDrawnInsideTheFrame() {
        Panel panel = spec().panels()
                .getFirst()
                .withNotes(List.of(
                        new Note.Text(2, 20, "here"),
                        new Note.Arrow(2, 86, 2, 60, "there"),
                        new Note.Bracket(1, 1.8, 75, "p = 0.03"),
                        new Note.Inset(new AxisRange(3, 4), new AxisRange(70, 90), Note.Corner.BOTTOM_RIGHT, 0.4)));
        FigureRenderer renderer = renderer(FigureSpec.of(panel), LegendPlace.NONE);
        Rectangle2D frame = renderer.frames().getFirst().area();
        Recording page = renderer.recording();
        for (String label : List.of("here", "there", "p = 0.03")) {
            assertTrue(frame.contains(place(page, label)), label);
        }
        long inside =
                page.texts().stream().filter(t -> frame.contains(t.bounds())).count();
        assertTrue(inside >= 6, "the inset's own tick labels: " + inside);
        assertFalse(
                drawn(spec(), LegendPlace.NONE).drawn().size() >= page.drawn().size());
    }

    /** Whatever panels, curves and names: no words lie on words, and none leave the page. */
    @Test
    void wordsNeverMeetInTwoHundredRandomFigures() {
        Random random = new Random(7);
        List<LegendPlace> places =
                List.of(LegendPlace.AUTO, LegendPlace.TOP, LegendPlace.RIGHT, LegendPlace.BOTTOM, LegendPlace.DIRECT);
        List<Venue> venues = Venues.bundled().venues();
        for (int n = 0; n < 200; n++) {
            Venue venue = venues.get(random.nextInt(venues.size()));
            FigureStyle style =
                    venue.style(1 + random.nextInt(venue.widthsMillimeters().size()));
            FigureSpec spec = random(random);
            FigureStyle placed =
                    style.withArrangement(style.arrangement().withLegend(places.get(random.nextInt(places.size()))));
            List<String> overlaps = VenueCheck.of(spec, placed, venue).stream()
                    .filter(refused -> List.of("figure.check.overlap", "figure.check.offPage")
                            .contains(refused.key()))
                    .map(Object::toString)
                    .toList();
            assertEquals(List.of(), overlaps, n + " " + placed);
        }
    }

    private static FigureSpec random(Random random) {
        List<Panel> panels = new ArrayList<>();
        int curves = 1 + random.nextInt(4);
        for (int p = 0; p < 1 + random.nextInt(4); p++) {
            AxisScale scale = random.nextBoolean() ? AxisScale.LINEAR : AxisScale.LOGARITHMIC;
            List<Series> series = new ArrayList<>();
            double size = Math.pow(10, random.nextInt(9) - 4);
            for (int c = 0; c < curves; c++) {
                int points = 2 + random.nextInt(30);
                double[] x = new double[points];
                double[] y = new double[points];
                for (int i = 0; i < points; i++) {
                    x[i] = i + 1;
                    y[i] = size * (0.1 + random.nextDouble());
                }
                series.add(Series.of("run " + "x".repeat(c) + c, x, y));
            }
            panels.add(Panel.of(X, AxisSpec.of("quantity (unit)", scale), series)
                    .withTitle(random.nextInt(3) == 0 ? "Title" : ""));
        }
        return new FigureSpec("", panels);
    }
}
