package dev.lamina.figure.write;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A figure drawn in pixels, at its own resolution: nothing is scaled afterwards. */
final class Pixels {
    private static final double POINTS_PER_INCH = 72;

    private Pixels() {}

    static BufferedImage of(Drawing drawing) {
        int dotsPerInch = drawing.style().dotsPerInch();
        BufferedImage image = new BufferedImage(
                pixels(drawing.widthPoints(), dotsPerInch),
                pixels(drawing.heightPoints(), dotsPerInch),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        // The last row and column may be covered in part only, which must not leave them black.
        graphics.setPaint(drawing.style().theme().background());
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(dotsPerInch / POINTS_PER_INCH, dotsPerInch / POINTS_PER_INCH);
        drawing.renderer().draw(graphics);
        graphics.dispose();
        return image;
    }

    private static int pixels(double points, int dotsPerInch) {
        return (int) Math.round(points * dotsPerInch / POINTS_PER_INCH);
    }
}
