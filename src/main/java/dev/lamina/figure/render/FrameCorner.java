package dev.lamina.figure.render;

import dev.lamina.figure.Note;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Rectangles in the corners of a frame. */
final class FrameCorner {
    private FrameCorner() {}

    /** A rectangle of a size in a corner, so far from both edges. */
    static Rectangle2D at(Note.Corner corner, Rectangle2D frame, double width, double height, double gap) {
        double x = corner.isLeft() ? frame.getMinX() + gap : frame.getMaxX() - gap - width;
        double y = corner.isTop() ? frame.getMinY() + gap : frame.getMaxY() - gap - height;
        return new Rectangle2D.Double(x, y, width, height);
    }

    /** One of a rectangle's corners. */
    static Point2D of(Rectangle2D rectangle, Note.Corner corner) {
        return new Point2D.Double(
                corner.isLeft() ? rectangle.getMinX() : rectangle.getMaxX(),
                corner.isTop() ? rectangle.getMinY() : rectangle.getMaxY());
    }
}
