package dev.lamina.figure.check;

import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.record.Drawn;
import dev.lamina.figure.record.Recording;
import dev.lamina.figure.text.NumberText;
import dev.lamina.figure.venue.Venue;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Type that is smaller than a venue takes, or colored where it may not be. */
final class TypeCheck {
    private static final double TOLERANCE_POINTS = 0.05;

    /** A superscript or subscript is smaller than what it stands at, and touches it. */
    private static final double SCRIPT = 0.8;

    private static final double TOUCHING = 0.25;

    /** Channels this far apart are no gray. */
    private static final int COLORED = 24;

    private TypeCheck() {}

    static List<Message> of(Recording page, FigureStyle style, Venue venue) {
        List<Message> refused = new ArrayList<>();
        List<Drawn.Text> texts = page.texts();
        smallest(texts.stream().filter(t -> !isScript(t, texts)).toList(), venue.leastTypePoints())
                .ifPresent(text -> refused.add(Message.of(
                        "figure.check.type",
                        points(text),
                        Excerpt.of(text.text()),
                        venue.name(),
                        NumberText.of(venue.leastTypePoints()))));
        smallest(texts.stream().filter(t -> isScript(t, texts)).toList(), venue.leastScriptPoints())
                .ifPresent(text -> refused.add(Message.of(
                        "figure.check.script",
                        points(text),
                        Excerpt.of(text.text()),
                        venue.name(),
                        NumberText.of(venue.leastScriptPoints()),
                        NumberText.plain(
                                style.fontSizePoints()
                                        * venue.leastScriptPoints()
                                        / text.font().getSize2D(),
                                1))));
        if (!venue.coloredTextAllowed()) {
            texts.stream()
                    .filter(text -> isColored(text.color()))
                    .findFirst()
                    .ifPresent(text ->
                            refused.add(Message.of("figure.check.colored", Excerpt.of(text.text()), venue.name())));
        }
        return refused;
    }

    private static Optional<Drawn.Text> smallest(List<Drawn.Text> texts, double least) {
        return texts.stream()
                .filter(text -> text.font().getSize2D() < least - TOLERANCE_POINTS)
                .min(Comparator.comparingDouble(text -> text.font().getSize2D()));
    }

    private static String points(Drawn.Text text) {
        return NumberText.plain(text.font().getSize2D(), 1);
    }

    private static boolean isScript(Drawn.Text text, List<Drawn.Text> all) {
        Rectangle2D own = grown(text);
        return all.stream()
                .anyMatch(other ->
                        text.font().getSize2D() < SCRIPT * other.font().getSize2D() && own.intersects(other.bounds()));
    }

    private static Rectangle2D grown(Drawn.Text text) {
        Rectangle2D bounds = text.bounds();
        double by = TOUCHING * text.font().getSize2D();
        return new Rectangle2D.Double(
                bounds.getX() - by, bounds.getY() - by, bounds.getWidth() + 2 * by, bounds.getHeight() + 2 * by);
    }

    private static boolean isColored(Color color) {
        int most = Math.max(color.getRed(), Math.max(color.getGreen(), color.getBlue()));
        int least = Math.min(color.getRed(), Math.min(color.getGreen(), color.getBlue()));
        return most - least > COLORED;
    }
}
