package dev.lamina.figure.render;

import dev.lamina.figure.LegendPlace;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.text.TextLine;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The name of each curve at its end, to the right of the frame, with a sample of it; moved apart where they would meet. */
record EndLabels(Page page, PanelPlace place) {
    private static final double SAMPLE = 1.2;
    private static final double GAP = 0.35;
    private static final double APART = 1.1;

    /** Whether a panel's curves are named so. */
    static boolean areOn(Page page) {
        return page.style().arrangement().legend() == LegendPlace.DIRECT && !page.isScreen();
    }

    /** The room that a panel's labels need to the right of its frame. */
    static double room(Page page, Panel panel) {
        return areOn(page) && panel.series().size() > 1
                ? panel.series().stream()
                                .mapToDouble(s -> page.line(s.name()).width())
                                .max()
                                .orElse(0)
                        + (SAMPLE + 2 * GAP) * page.size()
                : 0;
    }

    private record Label(Series series, double wanted) {}

    void draw(Graphics2D graphics) {
        if (room(page, place.axes().panel()) == 0) {
            return;
        }
        List<Label> labels = labels();
        List<Double> heights = apart(labels.stream().map(Label::wanted).toList(), APART * page.size(), place.frame());
        double left = place.frame().getMaxX() + GAP * page.size();
        for (int i = 0; i < labels.size(); i++) {
            Series series = labels.get(i).series();
            double y = heights.get(i);
            double right = left + SAMPLE * page.size();
            graphics.setPaint(page.look(series).color());
            graphics.setStroke(
                    LineRenderer.stroke(page.look(series), page.style().lineWidthPoints()));
            graphics.draw(new Line2D.Double(left, y, right, y));
            LineRenderer.drawMarker(
                    graphics,
                    page.look(series),
                    page.style(),
                    AffineTransform.getTranslateInstance((left + right) / 2, y));
            graphics.setPaint(page.style().theme().foreground());
            TextLine name = page.line(series.name());
            name.drawLeftAligned(graphics, right + GAP * page.size(), y);
        }
    }

    /** From top to bottom, each at the last point that is drawn of its curve. */
    private List<Label> labels() {
        PanelFrame frame = PanelFrame.of(place);
        Rectangle2D area = place.frame();
        List<Label> labels = new ArrayList<>();
        for (Series series : place.axes().panel().series()) {
            for (int i = series.size() - 1; i >= 0; i--) {
                double y = frame.placeOfY(series.side(), series.y()[i]);
                if (Double.isFinite(y) && frame.placeOfX(series.x()[i]) <= area.getMaxX() + 1) {
                    labels.add(new Label(series, Math.clamp(y, area.getMinY(), area.getMaxY())));
                    break;
                }
            }
        }
        labels.sort(Comparator.comparingDouble(Label::wanted));
        return labels;
    }

    /** Heights in the same order, no two nearer than a distance, as near to the wanted ones as a push from above allows. */
    static List<Double> apart(List<Double> wanted, double distance, Rectangle2D area) {
        List<Double> heights = new ArrayList<>(wanted);
        for (int i = 1; i < heights.size(); i++) {
            heights.set(i, Math.max(heights.get(i), heights.get(i - 1) + distance));
        }
        double lowest = area.getMaxY();
        for (int i = heights.size() - 1; i >= 0; i--) {
            heights.set(i, Math.min(heights.get(i), lowest));
            lowest = heights.get(i) - distance;
        }
        return heights;
    }
}
