package dev.lamina.ui.teach;

import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/** Paints points of classes; each look is drawn once and then stamped, since there are hundreds of a kind. */
final class PointPainter {
    private static final int STAMP = 24;
    private static final double DISC = 8;
    private static final double SQUARE = 6;
    private static final double RING = 15;

    private final Plane plane;
    private final Theme theme;
    private final int side;
    private final Graphics2D g;
    private final Map<Look, BufferedImage> stamps = new HashMap<>();

    /** Discs are trained on, squares are not. */
    enum Shape {
        DISC,
        SQUARE
    }

    private record Look(Shape shape, int label, Ring ring) {}

    private enum Ring {
        NONE,
        WRONG
    }

    PointPainter(Plane plane, Theme theme, int side, Graphics2D g) {
        this.plane = plane;
        this.theme = theme;
        this.side = side;
        this.g = g;
    }

    void paint(PlanePoints points, Shape shape) {
        for (int i = 0; i < points.count(); i++) {
            Ring ring = points.isWrong(i) ? Ring.WRONG : Ring.NONE;
            BufferedImage stamp = stamps.computeIfAbsent(new Look(shape, points.label()[i], ring), this::stamp);
            int column = (int) Math.round(plane.column(points.x()[i], side)) - STAMP / 2;
            int row = (int) Math.round(plane.row(points.y()[i], side)) - STAMP / 2;
            g.drawImage(stamp, column, row, null);
        }
    }

    private BufferedImage stamp(Look look) {
        BufferedImage stamp = new BufferedImage(STAMP, STAMP, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D on = stamp.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Color color = theme.color(new Tint.Numbered(look.label()));
        RectangularShape body = switch (look.shape()) {
            case DISC -> around(new Ellipse2D.Double(), DISC);
            case SQUARE -> around(new Rectangle2D.Double(), SQUARE);
        };
        on.setColor(color);
        on.fill(body);
        on.setColor(look.shape() == Shape.DISC ? Color.WHITE : theme.foreground());
        on.setStroke(new BasicStroke(1.1f));
        on.draw(body);
        if (look.ring() == Ring.WRONG) {
            on.setColor(theme.foreground());
            on.setStroke(new BasicStroke(1.8f));
            on.draw(around(new Ellipse2D.Double(), RING));
        }
        on.dispose();
        return stamp;
    }

    private static RectangularShape around(RectangularShape shape, double size) {
        shape.setFrameFromCenter(STAMP / 2.0, STAMP / 2.0, (STAMP + size) / 2, (STAMP + size) / 2);
        return shape;
    }
}
