package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Box;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Which part of the canvas is seen, and how large. */
final class Viewport {
    private static final double MIN_ZOOM = 0.08;
    private static final double MAX_ZOOM = 2.5;
    private static final double MARGIN = 36;
    private static final double LARGEST_FIT = 1.25;
    /** Below it a card's text is hard to read. */
    private static final double SMALLEST_FIT = 0.8;

    private final Translate pan = new Translate();
    private final Scale scale = new Scale(1, 1);

    /** Shows a node through this viewport. */
    void show(Node world) {
        world.getTransforms().setAll(pan, scale);
    }

    double zoom() {
        return scale.getX();
    }

    ReadOnlyDoubleProperty xProperty() {
        return pan.xProperty();
    }

    ReadOnlyDoubleProperty yProperty() {
        return pan.yProperty();
    }

    ReadOnlyDoubleProperty zoomProperty() {
        return scale.xProperty();
    }

    Point2D toWorld(double x, double y) {
        return new Point2D((x - pan.getX()) / zoom(), (y - pan.getY()) / zoom());
    }

    void panBy(double dx, double dy) {
        pan.setX(pan.getX() + dx);
        pan.setY(pan.getY() + dy);
    }

    /** Enlarges by a factor about a point of the view, which stays where it is. */
    void zoomAt(double factor, double x, double y) {
        double zoom = Math.clamp(zoom() * factor, MIN_ZOOM, MAX_ZOOM);
        double real = zoom / zoom();
        pan.setX(x - (x - pan.getX()) * real);
        pan.setY(y - (y - pan.getY()) * real);
        setZoom(zoom);
    }

    /** Shows a box as large as it fits into a view of this size, of one too large for that the beginning. */
    void fit(Box box, double width, double height) {
        if (width <= 2 * MARGIN || height <= 2 * MARGIN) {
            return;
        }
        double zoom = Math.min((width - 2 * MARGIN) / box.width(), (height - 2 * MARGIN) / box.height());
        setZoom(Math.clamp(zoom, SMALLEST_FIT, LARGEST_FIT));
        pan.setX(begin(box.x(), box.width(), width));
        pan.setY(begin(box.y(), box.height(), height));
    }

    /** In the middle where there is room, else at the margin. */
    private double begin(double low, double length, double room) {
        return Math.max(MARGIN, (room - length * zoom()) / 2) - low * zoom();
    }

    void centerOn(double worldX, double worldY, double width, double height) {
        pan.setX(width / 2 - worldX * zoom());
        pan.setY(height / 2 - worldY * zoom());
    }

    /** What a view of this size shows. */
    Box visible(double width, double height) {
        Point2D corner = toWorld(0, 0);
        return new Box(corner.getX(), corner.getY(), width / zoom(), height / zoom());
    }

    private void setZoom(double zoom) {
        scale.setX(zoom);
        scale.setY(zoom);
    }
}
