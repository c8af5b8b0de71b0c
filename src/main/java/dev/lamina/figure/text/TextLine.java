package dev.lamina.figure.text;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * One measured line of text.
 *
 * @param runs stretches of one font, left to right
 * @param width in points
 * @param size of the type, in points
 */
public record TextLine(List<Run> runs, double width, double size) {
    /** Height of capitals and digits as a fraction of the size, in both bundled families within 0.04. */
    private static final double CAPITAL_HEIGHT = 0.7;

    /** A stretch of text of one font, at an offset from the line's start and above its base line. */
    public record Run(String text, Font font, double offset, double rise) {}

    /** Draws the line with its left end on the base line at a point, in the graphics' paint. */
    public void draw(Graphics2D graphics, double left, double baseline) {
        for (Run run : runs) {
            graphics.setFont(run.font());
            graphics.drawString(run.text(), (float) (left + run.offset()), (float) (baseline - run.rise()));
        }
    }

    /** Draws the line centered horizontally, capitals centered vertically, at a point. */
    public void drawCentered(Graphics2D graphics, double x, double y) {
        draw(graphics, x - width / 2, y + capitalHeight() / 2);
    }

    /** Draws the line with its right end at x, capitals centered vertically at y. */
    public void drawRightAligned(Graphics2D graphics, double x, double y) {
        draw(graphics, x - width, y + capitalHeight() / 2);
    }

    /** Draws the line with its left end at x, capitals centered vertically at y. */
    public void drawLeftAligned(Graphics2D graphics, double x, double y) {
        draw(graphics, x, y + capitalHeight() / 2);
    }

    /** Draws the line upward, centered at a point: the label of a y axis. */
    public void drawUpward(Graphics2D graphics, double x, double y) {
        AffineTransform saved = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        drawCentered(graphics, x, y);
        graphics.setTransform(saved);
    }

    public double capitalHeight() {
        return CAPITAL_HEIGHT * size;
    }
}
