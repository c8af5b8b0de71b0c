package dev.lamina.figure.check;

import dev.lamina.figure.record.Drawn;
import dev.lamina.figure.record.Recording;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Words that lie on other words, or leave the page. */
final class OverlapCheck {
    /** Of the smaller text's area; scripts touch what they stand at. */
    private static final double MOST_SHARED = 0.12;

    private static final double OFF_PAGE_POINTS = 0.5;

    private OverlapCheck() {}

    static List<Message> of(Recording page) {
        List<Message> refused = new ArrayList<>();
        List<Drawn.Text> texts =
                page.texts().stream().filter(t -> !t.text().isBlank()).toList();
        List<Rectangle2D> bounds = texts.stream().map(Drawn.Text::bounds).toList();
        for (int i = 0; i < texts.size(); i++) {
            if (!contains(page, bounds.get(i))) {
                refused.add(Message.of(
                        "figure.check.offPage", Excerpt.of(texts.get(i).text())));
            }
            for (int j = i + 1; j < texts.size(); j++) {
                if (overlap(bounds.get(i), bounds.get(j)) > MOST_SHARED) {
                    refused.add(Message.of(
                            "figure.check.overlap",
                            Excerpt.of(texts.get(i).text()),
                            Excerpt.of(texts.get(j).text())));
                }
            }
        }
        return refused;
    }

    private static boolean contains(Recording page, Rectangle2D text) {
        return text.getMinX() > -OFF_PAGE_POINTS
                && text.getMinY() > -OFF_PAGE_POINTS
                && text.getMaxX() < page.width() + OFF_PAGE_POINTS
                && text.getMaxY() < page.height() + OFF_PAGE_POINTS;
    }

    private static double overlap(Rectangle2D a, Rectangle2D b) {
        Rectangle2D shared = a.createIntersection(b);
        return shared.isEmpty() ? 0 : area(shared) / Math.min(area(a), area(b));
    }

    private static double area(Rectangle2D rectangle) {
        return rectangle.getWidth() * rectangle.getHeight();
    }
}
