package dev.lamina.figure.check;

import dev.lamina.figure.record.Drawn;
import dev.lamina.figure.record.Recording;
import dev.lamina.figure.text.NumberText;
import dev.lamina.figure.venue.Venue;
import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Lines that are thinner or thicker than a venue takes. */
final class LineCheck {
    private static final double TOLERANCE_POINTS = 0.005;

    private LineCheck() {}

    static List<Message> of(Recording page, Venue venue) {
        DoubleSummaryStatistics widths = page.drawn().stream()
                .filter(Drawn.Stroked.class::isInstance)
                .mapToDouble(line -> ((Drawn.Stroked) line).stroke().getLineWidth())
                .summaryStatistics();
        List<Message> refused = new ArrayList<>();
        if (widths.getCount() > 0 && widths.getMin() < venue.leastLinePoints() - TOLERANCE_POINTS) {
            refused.add(Message.of(
                    "figure.check.thin",
                    NumberText.plain(widths.getMin(), 2),
                    venue.name(),
                    NumberText.of(venue.leastLinePoints())));
        }
        if (widths.getCount() > 0 && widths.getMax() > venue.mostLinePoints() + TOLERANCE_POINTS) {
            refused.add(Message.of(
                    "figure.check.thick",
                    NumberText.plain(widths.getMax(), 2),
                    venue.name(),
                    NumberText.of(venue.mostLinePoints())));
        }
        return refused;
    }
}
