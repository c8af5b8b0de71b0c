package dev.lamina.figure.render;

import dev.lamina.figure.ColorRamp;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Series;
import dev.lamina.figure.text.TextLine;
import dev.lamina.figure.text.Typesetter;
import dev.lamina.metric.Reading;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Paints marks inside a panel's frame. */
record Marks(FigureStyle style, Typesetter type) {
    private static final double BAR_WIDTH = 0.7;
    private static final double WHISKER = 0.2;
    private static final double CELL_TEXT = 0.8;

    /** Between two pictures, as a share of one's width. */
    private static final double GAP = 0.08;

    PanelLayer of(Mark mark) {
        return switch (mark) {
            case Mark.HeatMap map -> (graphics, frame) -> paint(map, graphics, frame);
            case Mark.Bars bars -> (graphics, frame) -> paint(bars, graphics, frame);
            case Mark.Pictures pictures -> (graphics, frame) -> paint(pictures, graphics, frame);
            case Mark.Field field -> (graphics, frame) -> paint(field, graphics, frame);
            case Series curve -> throw new IllegalArgumentException(curve.name() + " is drawn by JFreeChart");
        };
    }

    private void paint(Mark.HeatMap map, Graphics2D graphics, PanelLayer.Frame frame) {
        Reading.Matrix matrix = map.matrix();
        int rows = matrix.rows().size();
        for (int row = 0; row < rows; row++) {
            double top = frame.y(rows - 1 - row + 0.5);
            double bottom = frame.y(rows - 1 - row - 0.5);
            for (int column = 0; column < matrix.columns().size(); column++) {
                double left = frame.x(column - 0.5);
                double right = frame.x(column + 0.5);
                Color color = ColorRamp.VIRIDIS.at(map.shade(row, column));
                graphics.setPaint(color);
                graphics.fill(new Rectangle2D.Double(left, top, right - left, bottom - top));
                TextLine text = type.line(number(matrix.at(row, column)), style.smallerTypePoints(CELL_TEXT));
                if (text.width() < right - left && text.capitalHeight() < 0.8 * (bottom - top)) {
                    graphics.setPaint(ColorRamp.isDark(color) ? Color.WHITE : Color.BLACK);
                    text.drawCentered(graphics, (left + right) / 2, (top + bottom) / 2);
                }
            }
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    private void paint(Mark.Bars bars, Graphics2D graphics, PanelLayer.Frame frame) {
        double foot = Math.clamp(
                frame.y(Math.max(0, frame.yAxis().getLowerBound())),
                frame.area().getMinY(),
                frame.area().getMaxY());
        graphics.setStroke(new BasicStroke((float) (0.7 * style.lineWidthPoints())));
        for (int i = 0; i < bars.values().length; i++) {
            double value = bars.values()[i];
            if (!Double.isFinite(value) || value < frame.yAxis().getLowerBound()) {
                continue;
            }
            double y = frame.y(value);
            double left = frame.x(i - BAR_WIDTH / 2);
            double right = frame.x(i + BAR_WIDTH / 2);
            graphics.setPaint(style.ink().area());
            graphics.fill(new Rectangle2D.Double(left, Math.min(y, foot), right - left, Math.abs(y - foot)));
            double error = bars.standardErrors().length == 0 ? 0 : bars.standardErrors()[i];
            if (error > 0) {
                graphics.setPaint(style.theme().foreground());
                whisker(graphics, frame, i, value, error);
            }
        }
    }

    private static void whisker(Graphics2D graphics, PanelLayer.Frame frame, int bar, double value, double error) {
        double x = frame.x(bar);
        double low = frame.y(Math.max(frame.yAxis().getLowerBound(), value - error));
        double high = frame.y(value + error);
        graphics.draw(new Line2D.Double(x, low, x, high));
        for (double y : new double[] {low, high}) {
            graphics.draw(new Line2D.Double(frame.x(bar - WHISKER / 2), y, frame.x(bar + WHISKER / 2), y));
        }
    }

    private void paint(Mark.Field mark, Graphics2D graphics, PanelLayer.Frame frame) {
        Reading.Field field = mark.field();
        AffineTransform place = AffineTransform.getTranslateInstance(frame.x(field.left()), frame.y(field.top()));
        place.scale(
                (frame.x(field.right()) - frame.x(field.left())) / field.columns(),
                (frame.y(field.bottom()) - frame.y(field.top())) / field.rows());
        drawSharp(graphics, FieldColors.of(mark, style), place);
    }

    /** Each pixel a square of one color, however large. */
    private static void drawSharp(Graphics2D graphics, BufferedImage image, AffineTransform place) {
        Object before = graphics.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, place, null);
        if (before != null) {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, before);
        }
    }

    private void paint(Mark.Pictures pictures, Graphics2D graphics, PanelLayer.Frame frame) {
        Reading.ImageStack stack = pictures.stack();
        Rectangle2D area = frame.area();
        int perRow = pictures.perRow(area.getWidth(), area.getHeight());
        int rows = Math.ceilDiv(stack.captions().size(), perRow);
        // Both gaps and pictures fit; one scale for width and height.
        double pixel = Math.min(
                area.getWidth() / (perRow * (1 + GAP) * stack.width()),
                area.getHeight() / (rows * (1 + GAP) * stack.height()));
        double stepX = (1 + GAP) * stack.width() * pixel;
        double stepY = (1 + GAP) * stack.height() * pixel;
        double left = area.getCenterX() - perRow * stepX / 2;
        double top = area.getCenterY() - rows * stepY / 2;
        for (int i = 0; i < stack.captions().size(); i++) {
            int row = i / perRow;
            int column = i % perRow;
            AffineTransform place = AffineTransform.getTranslateInstance(
                    left + column * stepX + GAP / 2 * stack.width() * pixel,
                    top + row * stepY + GAP / 2 * stack.height() * pixel);
            place.scale(pixel, pixel);
            drawSharp(graphics, PictureColors.of(stack, i), place);
        }
    }
}
