package dev.lamina.figure.render;

import dev.lamina.figure.Band;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Note;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.text.TextLine;
import dev.lamina.figure.text.Typesetter;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Words, arrows and brackets in front of a panel's curves. */
record Annotations(FigureStyle style, Typesetter type) {
    private static final double LABEL_SIZE = 0.9;
    private static final double HEAD = 0.6;
    private static final double HEAD_ANGLE = 0.42;
    private static final double FOOT = 0.4;

    PanelLayer of(Note note) {
        return (graphics, frame) -> {
            graphics.setPaint(style.theme().foreground());
            graphics.setStroke(new BasicStroke((float) (0.7 * style.lineWidthPoints())));
            switch (note) {
                case Note.Text text -> line(text.label()).drawCentered(graphics, frame.x(text.x()), frame.y(text.y()));
                case Note.Arrow arrow -> paint(arrow, graphics, frame);
                case Note.Bracket bracket -> paint(bracket, graphics, frame);
                case Band _, ReferenceLine _, Note.Inset _ -> {
                    // Beneath the curves, or a frame of their own.
                }
            }
        };
    }

    private void paint(Note.Arrow arrow, Graphics2D graphics, PanelLayer.Frame frame) {
        double x0 = frame.x(arrow.fromX());
        double y0 = frame.y(arrow.fromY());
        double x1 = frame.x(arrow.toX());
        double y1 = frame.y(arrow.toY());
        double angle = Math.atan2(y1 - y0, x1 - x0);
        double length = HEAD * style.fontSizePoints();
        graphics.draw(
                new Line2D.Double(x0, y0, x1 - 0.7 * length * Math.cos(angle), y1 - 0.7 * length * Math.sin(angle)));
        Path2D head = new Path2D.Double();
        head.moveTo(x1, y1);
        head.lineTo(x1 - length * Math.cos(angle - HEAD_ANGLE), y1 - length * Math.sin(angle - HEAD_ANGLE));
        head.lineTo(x1 - length * Math.cos(angle + HEAD_ANGLE), y1 - length * Math.sin(angle + HEAD_ANGLE));
        head.closePath();
        graphics.fill(head);
        TextLine text = line(arrow.label());
        double away = 0.7 * style.fontSizePoints();
        boolean upright = Math.abs(y1 - y0) > Math.abs(x1 - x0);
        if (upright) {
            text.drawCentered(graphics, x0, y0 - Math.signum(y1 - y0) * away);
        } else if (x1 > x0) {
            text.drawRightAligned(graphics, x0 - 0.3 * away, y0);
        } else {
            text.drawLeftAligned(graphics, x0 + 0.3 * away, y0);
        }
    }

    private void paint(Note.Bracket bracket, Graphics2D graphics, PanelLayer.Frame frame) {
        double left = frame.x(bracket.from());
        double right = frame.x(bracket.to());
        double y = frame.y(bracket.y());
        double foot = FOOT * style.fontSizePoints();
        Path2D path = new Path2D.Double();
        path.moveTo(left, y + foot);
        path.lineTo(left, y);
        path.lineTo(right, y);
        path.lineTo(right, y + foot);
        graphics.draw(path);
        TextLine text = line(bracket.label());
        text.drawCentered(graphics, (left + right) / 2, y - 0.75 * text.size());
    }

    private TextLine line(String text) {
        return type.line(text, style.smallerTypePoints(LABEL_SIZE));
    }
}
