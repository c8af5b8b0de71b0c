package dev.lamina.graph.edit;

import dev.lamina.graph.Position;
import java.util.Collection;
import java.util.Optional;

/** An upright rectangle on the canvas, in pixels at zoom 1. */
public record Box(double x, double y, double width, double height) {
    /** The card of a node at this place; all cards have one size. */
    public static Box card(Position position) {
        return new Box(position.x(), position.y(), CardSize.WIDTH, CardSize.HEIGHT);
    }

    /** The smallest box around all of them, nothing for none. */
    public static Optional<Box> around(Collection<Box> boxes) {
        return boxes.stream().reduce(Box::union);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** Grown on each side. */
    public Box padded(double left, double top, double right, double bottom) {
        return new Box(x - left, y - top, width + left + right, height + top + bottom);
    }

    public boolean intersects(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }
}
