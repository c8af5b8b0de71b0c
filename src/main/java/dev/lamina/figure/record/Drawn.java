package dev.lamina.figure.record;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** One thing drawn on a page, in points from its upper left corner. */
public sealed interface Drawn {
    FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** What it is cut off at; empty for nothing. */
    Optional<Shape> clip();

    /** An area in one color. */
    record Filled(Shape shape, Color color, Optional<Shape> clip) implements Drawn {}

    /** A line along a path. */
    record Stroked(Shape shape, BasicStroke stroke, Color color, Optional<Shape> clip) implements Drawn {}

    /**
     * A stretch of text in one font.
     *
     * @param place its base line's beginning as origin
     */
    record Text(String text, Font font, AffineTransform place, Color color, Optional<Shape> clip) implements Drawn {
        private static final double CAPITALS = 0.72;
        private static final double DESCENDERS = 0.2;

        /** What its letters cover, from descenders to capitals. */
        public Rectangle2D bounds() {
            double size = font.getSize2D();
            double width = font.getStringBounds(text, EXACT).getWidth();
            Rectangle2D upright = new Rectangle2D.Double(0, -CAPITALS * size, width, (CAPITALS + DESCENDERS) * size);
            return place.createTransformedShape(upright).getBounds2D();
        }

        /** Its letters as areas. */
        public Shape outline() {
            return place.createTransformedShape(
                    font.createGlyphVector(EXACT, text).getOutline());
        }
    }

    /** Pixels, each a parallelogram of one color. */
    record Picture(BufferedImage image, AffineTransform place, Optional<Shape> clip) implements Drawn {}
}
