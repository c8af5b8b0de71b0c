package dev.lamina.figure.render;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Where an axis is broken: nothing is drawn there, and slanted marks stand at the frame's lines. */
record AxisGaps(Page page, PanelPlace place) {
    private static final double ARM = 0.35;

    void draw(Graphics2D graphics) {
        Rectangle2D frame = place.frame();
        place.axes().left().gap().ifPresent(gap -> {
            double low = frame.getMaxY() - gap.low() * frame.getHeight();
            double high = frame.getMaxY() - gap.high() * frame.getHeight();
            double over = 2 * page.style().lineWidthPoints();
            clear(graphics, new Rectangle2D.Double(frame.getX() - over, high, frame.getWidth() + 2 * over, low - high));
            for (double x : new double[] {frame.getMinX(), frame.getMaxX()}) {
                slant(graphics, x, low);
                slant(graphics, x, high);
            }
        });
        place.axes().x().gap().ifPresent(gap -> {
            double low = frame.getMinX() + gap.low() * frame.getWidth();
            double high = frame.getMinX() + gap.high() * frame.getWidth();
            double over = 2 * page.style().lineWidthPoints();
            clear(graphics, new Rectangle2D.Double(low, frame.getY() - over, high - low, frame.getHeight() + 2 * over));
            for (double y : new double[] {frame.getMinY(), frame.getMaxY()}) {
                slant(graphics, low, y);
                slant(graphics, high, y);
            }
        });
    }

    private void clear(Graphics2D graphics, Rectangle2D strip) {
        graphics.setPaint(page.style().theme().background());
        graphics.fill(strip);
    }

    private void slant(Graphics2D graphics, double x, double y) {
        double arm = ARM * page.size();
        graphics.setPaint(page.style().theme().foreground());
        graphics.setStroke(new BasicStroke((float) (0.5 * page.style().lineWidthPoints())));
        graphics.draw(new Line2D.Double(x - arm, y + 0.6 * arm, x + arm, y - 0.6 * arm));
    }
}
