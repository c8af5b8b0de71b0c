package dev.lamina.figure.render;

import dev.lamina.metric.Side;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/**
 * Where a drawn panel's frame lies, in points, and what its axes mean: makes places into values and back.
 *
 * @param area the inside of the axes
 */
public record PanelFrame(Rectangle2D area, LimitedAxis x, LimitedAxis left, Optional<LimitedAxis> right) {
    static PanelFrame of(PanelPlace place) {
        PanelAxes axes = place.axes();
        return new PanelFrame((Rectangle2D) place.frame().clone(), axes.x(), axes.left(), axes.right());
    }

    /** The y axis of a side; the left one where there is no right one. */
    public LimitedAxis axis(Side side) {
        return side == Side.RIGHT ? right.orElse(left) : left;
    }

    public double xAt(double place) {
        return x.value((place - area.getX()) / area.getWidth());
    }

    public double placeOfX(double value) {
        return area.getX() + x.position(value) * area.getWidth();
    }

    public double placeOfY(Side side, double value) {
        return area.getMaxY() - axis(side).position(value) * area.getHeight();
    }
}
