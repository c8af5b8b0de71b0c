package dev.lamina.figure.render;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Note;
import dev.lamina.figure.Panel;
import dev.lamina.figure.text.TextLine;
import dev.lamina.metric.Side;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Frames inside a panel's frame that show a part of it larger, joined to that part by two lines. */
record Insets(Page page, PanelPlace place) {
    private static final int LABELS = 3;

    void draw(Graphics2D graphics) {
        for (Note note : place.axes().panel().notes()) {
            if (note instanceof Note.Inset inset) {
                draw(inset, graphics);
            }
        }
    }

    private void draw(Note.Inset inset, Graphics2D graphics) {
        PanelAxes axes = axes(inset);
        List<Tick> xTicks = axes.x().ticks(LABELS);
        List<Tick> yTicks = axes.left().ticks(LABELS);
        Rectangle2D frame = frame(inset, yTicks);
        Rectangle2D source = source(inset);
        graphics.setPaint(page.style().theme().foreground());
        graphics.setStroke(new BasicStroke((float) (0.4 * page.style().lineWidthPoints())));
        graphics.draw(source);
        connect(graphics, source, frame, inset.at());
        PanelPlace own = new PanelPlace(
                axes, place.header(), frame, frame, true, frame.getX(), frame.getMaxX(), xTicks, yTicks, List.of());
        Page plain =
                page.in(page.style().withArrangement(page.style().arrangement().withGrid(Arrangement.Grid.NONE)));
        new PanelPlot(plain, own).draw(graphics);
        label(graphics, own);
    }

    private PanelAxes axes(Note.Inset inset) {
        Panel whole = place.axes().panel();
        Panel part = new Panel(
                "",
                plain(whole.x()).withRange(inset.x()),
                plain(whole.left()).withRange(inset.y()),
                Optional.empty(),
                List.copyOf(whole.seriesOn(Side.LEFT)),
                List.of());
        return new PanelAxes(
                part, new LimitedAxis(part.x(), inset.x()), new LimitedAxis(part.left(), inset.y()), Optional.empty());
    }

    private static AxisSpec plain(AxisSpec axis) {
        return AxisSpec.of("", axis.scale());
    }

    /** On whole points, with room for its own tick labels on the left and below. */
    private Rectangle2D frame(Note.Inset inset, List<Tick> yTicks) {
        Rectangle2D outer = place.frame();
        double labels =
                yTicks.stream().mapToDouble(tick -> text(tick).width()).max().orElse(0) + page.tickLabelGap();
        double below = page.tickLabelGap() + page.size();
        double gap = 0.6 * page.size();
        double width = inset.share() * outer.getWidth();
        double height = inset.share() * outer.getHeight();
        Rectangle2D whole = FrameCorner.at(inset.at(), outer, width + labels, height + below, gap);
        return new Rectangle2D.Double(
                Math.ceil(whole.getX() + labels), Math.ceil(whole.getY()), Math.floor(width), Math.floor(height));
    }

    private Rectangle2D source(Note.Inset inset) {
        PanelFrame frame = PanelFrame.of(place);
        double left = frame.placeOfX(inset.x().low());
        double top = frame.placeOfY(Side.LEFT, inset.y().high());
        Rectangle2D source = new Rectangle2D.Double(
                left,
                top,
                frame.placeOfX(inset.x().high()) - left,
                frame.placeOfY(Side.LEFT, inset.y().low()) - top);
        return source.createIntersection(place.frame());
    }

    /** Through the two corners that see each other without crossing either rectangle. */
    private static void connect(Graphics2D graphics, Rectangle2D source, Rectangle2D frame, Note.Corner at) {
        Note.Corner[] ends = at == Note.Corner.TOP_LEFT || at == Note.Corner.BOTTOM_RIGHT
                ? new Note.Corner[] {Note.Corner.TOP_RIGHT, Note.Corner.BOTTOM_LEFT}
                : new Note.Corner[] {Note.Corner.TOP_LEFT, Note.Corner.BOTTOM_RIGHT};
        for (Note.Corner end : ends) {
            Point2D from = FrameCorner.of(source, end);
            Point2D to = FrameCorner.of(frame, end);
            graphics.draw(new Line2D.Double(from, to));
        }
    }

    private void label(Graphics2D graphics, PanelPlace own) {
        Rectangle2D frame = own.frame();
        graphics.setPaint(page.style().theme().foreground());
        for (Tick tick : own.xTicks()) {
            double x = frame.getMinX() + own.axes().x().position(tick.value()) * frame.getWidth();
            text(tick).drawCentered(graphics, x, frame.getMaxY() + page.tickLabelGap() + 0.4 * page.size());
        }
        for (Tick tick : own.leftTicks()) {
            double y = frame.getMaxY() - own.axes().left().position(tick.value()) * frame.getHeight();
            text(tick).drawRightAligned(graphics, frame.getMinX() - page.tickLabelGap(), y);
        }
    }

    private TextLine text(Tick tick) {
        return page.note(tick.label());
    }
}
