package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Box;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;

/** What the mouse does on the empty canvas: marquee with the left button, pan with the others, zoom with the wheel. */
final class CanvasGestures {
    private static final double ZOOM_BASE = 1.0016;

    private final NetworkCanvas canvas;
    private Set<String> before = Set.of();
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;

    CanvasGestures(NetworkCanvas canvas) {
        this.canvas = canvas;
    }

    void attach() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        Point2D at = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
        startX = lastX = at.getX();
        startY = lastY = at.getY();
        canvas.requestFocus();
        canvas.hint().hide();
        if (event.getButton() == MouseButton.PRIMARY && !event.isAltDown()) {
            before = event.isShiftDown() || event.isShortcutDown()
                    ? canvas.selection().ids()
                    : Set.of();
            canvas.selection().set(before);
            frame(startX, startY);
            canvas.marquee().setVisible(true);
        }
    }

    private void dragged(MouseEvent event) {
        Point2D at = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
        if (canvas.marquee().isVisible()) {
            frame(at.getX(), at.getY());
            canvas.selection().set(before);
            canvas.selection().add(touched());
        } else {
            canvas.viewport().panBy(at.getX() - lastX, at.getY() - lastY);
        }
        lastX = at.getX();
        lastY = at.getY();
    }

    private void released(MouseEvent event) {
        canvas.marquee().setVisible(false);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown()) {
            canvas.viewport().panBy(event.getDeltaX() + event.getDeltaY(), 0);
        } else {
            Point2D at = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
            canvas.viewport().zoomAt(Math.pow(ZOOM_BASE, event.getDeltaY()), at.getX(), at.getY());
        }
        event.consume();
    }

    private void frame(double x, double y) {
        Rectangle marquee = canvas.marquee();
        marquee.setX(Math.min(startX, x));
        marquee.setY(Math.min(startY, y));
        marquee.setWidth(Math.abs(x - startX));
        marquee.setHeight(Math.abs(y - startY));
    }

    private List<String> touched() {
        Rectangle marquee = canvas.marquee();
        Point2D from = canvas.viewport().toWorld(marquee.getX(), marquee.getY());
        double zoom = canvas.viewport().zoom();
        Box box = new Box(from.getX(), from.getY(), marquee.getWidth() / zoom, marquee.getHeight() / zoom);
        return canvas.content().cards().stream()
                .filter(card -> card.box().intersects(box))
                .map(NodeCard::cardId)
                .toList();
    }
}
