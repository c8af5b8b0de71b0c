package dev.lamina.figure.render;

import dev.lamina.figure.SeriesLook.Marker;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Outlines of markers around the origin, of about equal area. */
final class MarkerShape {
    private MarkerShape() {}

    static Shape of(Marker marker, double size) {
        double half = size / 2;
        return switch (marker) {
            case FILLED_CIRCLE, HOLLOW_CIRCLE -> new Ellipse2D.Double(-half, -half, size, size);
            case FILLED_SQUARE, HOLLOW_SQUARE ->
                new Rectangle2D.Double(-0.88 * half, -0.88 * half, 0.88 * size, 0.88 * size);
            case FILLED_TRIANGLE, HOLLOW_TRIANGLE ->
                polygon(0, -1.2 * half, 1.1 * half, 0.75 * half, -1.1 * half, 0.75 * half);
            case FILLED_DIAMOND, HOLLOW_DIAMOND ->
                polygon(0, -1.3 * half, 1.1 * half, 0, 0, 1.3 * half, -1.1 * half, 0);
        };
    }

    static boolean isFilled(Marker marker) {
        return switch (marker) {
            case FILLED_CIRCLE, FILLED_TRIANGLE, FILLED_SQUARE, FILLED_DIAMOND -> true;
            case HOLLOW_SQUARE, HOLLOW_DIAMOND, HOLLOW_CIRCLE, HOLLOW_TRIANGLE -> false;
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}
