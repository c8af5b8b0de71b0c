package dev.lamina.ui.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws what happened at a point as a dashed line with its text, which goes a line down where another is in the way. */
final class MarkPainter {
    private static final double LINE_HEIGHT = 13;
    private static final float[] DASHES = {4, 3};

    private final Graphics2D g;
    private final Drawn drawn;
    private final ChartLook look;
    private final List<Rectangle2D> texts = new ArrayList<>();

    MarkPainter(Graphics2D g, Drawn drawn, ChartLook look) {
        this.g = g;
        this.drawn = drawn;
        this.look = look;
    }

    /** @param firstLine of the texts; 0 is at the top */
    void paint(List<Mark> marks, int firstLine) {
        g.setColor(look.text());
        g.setFont(ChartPainter.FONT);
        marks.forEach(mark -> paint(mark, firstLine));
    }

    private void paint(Mark mark, int firstLine) {
        double x = drawn.pixelOf(mark.x());
        Rectangle2D area = drawn.area();
        if (x < area.getX() || x > area.getMaxX()) {
            return;
        }
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, DASHES, 0));
        g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
        double width = g.getFontMetrics().stringWidth(mark.text());
        double left = x + width + 6 > area.getMaxX() ? x - width - 4 : x + 4;
        Rectangle2D place = place(left, width, area.getY() + firstLine * LINE_HEIGHT);
        if (place.getMaxY() < area.getMaxY()) {
            texts.add(place);
            g.drawString(mark.text(), (float) left, (float) place.getMaxY() - 1);
        }
    }

    private Rectangle2D place(double left, double width, double top) {
        Rectangle2D place = new Rectangle2D.Double(left, top, width, LINE_HEIGHT);
        while (texts.stream().anyMatch(place::intersects)) {
            place = new Rectangle2D.Double(left, place.getMaxY(), width, LINE_HEIGHT);
        }
        return place;
    }
}
