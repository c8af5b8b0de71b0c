package dev.lamina.figure.render;

import dev.lamina.figure.Band;
import dev.lamina.figure.LegendPlace;
import dev.lamina.figure.Note;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.Series;
import dev.lamina.metric.Side;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of a panel's curves in that corner of its frame under which the curves have the fewest points. */
record InsideLegend(Legend legend, Rectangle2D box) {
    private static final double GAP = 0.5;

    /** Words count as much as so many points. */
    private static final long NOTE_WEIGHT = 1000;

    /** Points between two of a curve, so that a line that crosses a corner counts too. */
    private static final int BETWEEN = 8;

    /** Empty where another place was chosen, or where a curve is alone. */
    static Optional<InsideLegend> of(Page page, PanelPlace place) {
        List<Series> series = place.axes().panel().series();
        if (page.style().arrangement().legend() != LegendPlace.INSIDE || page.isScreen() || series.size() < 2) {
            return Optional.empty();
        }
        double room = 0.6 * place.frame().getWidth();
        Legend legend = Legend.column(
                series.stream()
                        .map(s -> page.fitted(s.name(), Legend.roomForName(room, page.size())))
                        .toList(),
                series.stream().map(page::look).toList());
        PanelFrame frame = PanelFrame.of(place);
        return Stream.of(Note.Corner.TOP_RIGHT, Note.Corner.TOP_LEFT, Note.Corner.BOTTOM_RIGHT, Note.Corner.BOTTOM_LEFT)
                .map(corner ->
                        FrameCorner.at(corner, place.frame(), legend.width(), legend.height(), GAP * page.size()))
                .min(Comparator.comparingLong(box ->
                        pointsUnder(box, frame, series, place.axes().panel().notes())))
                .map(box -> new InsideLegend(legend, box));
    }

    private static boolean covers(Rectangle2D box, PanelFrame frame, Note note) {
        return switch (note) {
            case Note.Text text -> covers(box, frame, text.x(), text.y());
            case Note.Arrow arrow ->
                covers(box, frame, arrow.fromX(), arrow.fromY()) || covers(box, frame, arrow.toX(), arrow.toY());
            case Note.Bracket bracket -> covers(box, frame, (bracket.from() + bracket.to()) / 2, bracket.y());
            case Note.Inset inset ->
                FrameCorner.at(inset.at(), frame.area(), box.getWidth(), box.getHeight(), 0)
                        .intersects(box);
            case Band _, ReferenceLine _ -> false;
        };
    }

    private static boolean covers(Rectangle2D box, PanelFrame frame, double x, double y) {
        return box.contains(frame.placeOfX(x), frame.placeOfY(Side.LEFT, y));
    }

    private static long pointsUnder(Rectangle2D box, PanelFrame frame, List<Series> series, List<Note> notes) {
        long under = NOTE_WEIGHT
                * notes.stream().filter(note -> covers(box, frame, note)).count();
        for (Series curve : series) {
            Side side = curve.side();
            for (int i = 0; i < curve.size(); i++) {
                int next = Math.min(i + 1, curve.size() - 1);
                double x0 = frame.placeOfX(curve.x()[i]);
                double y0 = frame.placeOfY(side, curve.y()[i]);
                double dx = frame.placeOfX(curve.x()[next]) - x0;
                double dy = frame.placeOfY(side, curve.y()[next]) - y0;
                for (int k = 0; k < BETWEEN; k++) {
                    double t = (double) k / BETWEEN;
                    under += box.contains(x0 + t * dx, y0 + t * dy) ? 1 : 0;
                }
            }
        }
        return under;
    }
}
