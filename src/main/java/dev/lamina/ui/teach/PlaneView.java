package dev.lamina.ui.teach;

import java.util.function.Consumer;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** The plane, under a pointer that reads it and draws on it. */
final class PlaneView extends StackPane {
    private final PixelView pixels;
    private Plane plane;
    private Consumer<Place> pointed = _ -> {};
    private Consumer<Stroke> drawn = _ -> {};
    private Runnable left = () -> {};
    private Runnable finished = () -> {};

    /** A place of the plane. */
    record Place(double x, double y) {}

    /** What a hand does there. */
    enum Kind {
        PUT,
        SPRAY,
        ERASE
    }

    /** A movement of the hand that draws. */
    record Stroke(Kind kind, Place place) {}

    PlaneView(PixelView pixels, Plane plane) {
        this.pixels = pixels;
        this.plane = plane;
        getStyleClass().add("plane-view");
        getChildren().add(pixels);
        setMinSize(120, 120);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed.accept(place(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> left.run());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            draw(event, Kind.PUT);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> draw(event, Kind.SPRAY));
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> finished.run());
    }

    private void draw(MouseEvent event, Kind kind) {
        Place place = place(event);
        pointed.accept(place);
        boolean inside = event.getX() >= 0 && event.getX() < side() && event.getY() >= 0 && event.getY() < side();
        if (inside) {
            drawn.accept(new Stroke(event.isAltDown() || event.isSecondaryButtonDown() ? Kind.ERASE : kind, place));
        }
    }

    private double side() {
        return pixels.side();
    }

    private Place place(MouseEvent event) {
        return new Place(plane.x(event.getX(), side()), plane.y(event.getY(), side()));
    }

    PixelView pixels() {
        return pixels;
    }

    void show(PlanePicture picture) {
        plane = picture.plane();
        pixels.show(new PlanePainter(picture));
    }

    /** Told where the pointer is, and when it is nowhere. */
    void onPointed(Consumer<Place> action, Runnable nowhere) {
        pointed = action;
        left = nowhere;
    }

    /** Told what a hand draws, and when it lets go. */
    void onDrawn(Consumer<Stroke> action, Runnable letGo) {
        drawn = action;
        finished = letGo;
    }

    /** As large a square as there is room for, in the middle. */
    @Override
    protected void layoutChildren() {
        pixels.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
