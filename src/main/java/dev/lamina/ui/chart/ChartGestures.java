package dev.lamina.ui.chart;

import dev.lamina.figure.AxisRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * What mouse and keys do on a chart: the wheel zooms about the pointer, dragging moves, a double click shows everything
 * again; hovering reads the curves, clicking chooses a point. With the focus: + and − zoom, arrows move, Home shows
 * everything, Enter chooses the newest point.
 */
final class ChartGestures {
    private static final double STEP = 0.8;
    private static final int MOST_READINGS = 12;

    /** How near to a point a click must be, in pixels. */
    private static final double REACH = 9;

    private final ObjectProperty<ChartView> view;
    private final Supplier<Drawn> drawn;
    private final Consumer<Pick> picked;
    private final Pane overlay = new Pane();
    private final Line crosshair = new Line();
    private final VBox readout = new VBox(1);
    private double pressedX;
    private AxisRange pressedAxisRange = new AxisRange(0, 1);

    /**
     * @param drawn what the screen shows now
     * @param picked is told what a person chooses
     */
    ChartGestures(ObjectProperty<ChartView> view, Supplier<Drawn> drawn, Consumer<Pick> picked) {
        this.view = view;
        this.drawn = drawn;
        this.picked = picked;
        crosshair.getStyleClass().add("crosshair");
        readout.getStyleClass().add("readout");
        crosshair.setVisible(false);
        readout.setVisible(false);
        readout.setMouseTransparent(true);
        crosshair.setMouseTransparent(true);
        overlay.getChildren().addAll(crosshair, readout);
        overlay.setFocusTraversable(true);
        overlay.setOnMouseMoved(this::read);
        overlay.setOnMouseExited(_ -> hide());
        overlay.setOnMousePressed(this::press);
        overlay.setOnMouseDragged(this::drag);
        overlay.setOnMouseClicked(this::click);
        overlay.setOnScroll(this::scroll);
        overlay.setOnKeyPressed(this::key);
    }

    Pane overlay() {
        return overlay;
    }

    private void press(MouseEvent event) {
        overlay.requestFocus();
        pressedX = event.getX();
        pressedAxisRange = drawn.get().x();
    }

    /** On a point of a curve: chooses it; twice elsewhere: shows everything. */
    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        Drawn now = drawn.get();
        Optional<Drawn.Reading> hit = now.hit(event.getX(), event.getY(), REACH);
        if (hit.isPresent()) {
            int run = hit.get().curve().run();
            picked.accept(new Pick(hit.get().x(), run, event.getScreenX(), event.getScreenY()));
        } else if (event.getClickCount() == 2) {
            show(Optional.empty());
        }
    }

    /** The newest point, as a click on it. */
    private void pickLast() {
        Drawn now = drawn.get();
        now.curves().stream()
                .filter(curve -> curve.run() == 0 && curve.points().size() > 0)
                .mapToDouble(curve -> curve.points().x()[curve.points().size() - 1])
                .max()
                .ifPresent(x -> {
                    Point2D place =
                            overlay.localToScreen(now.pixelOf(x), now.area().getCenterY());
                    picked.accept(new Pick(x, 0, place == null ? 0 : place.getX(), place == null ? 0 : place.getY()));
                });
    }

    private void drag(MouseEvent event) {
        hide();
        double perPixel = pressedAxisRange.length() / drawn.get().area().getWidth();
        show(pressedAxisRange.shifted((pressedX - event.getX()) * perPixel));
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, drawn.get().valueAt(event.getX()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        AxisRange x = drawn.get().x();
        double middle = x.low() + x.length() / 2;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(STEP, middle);
            case MINUS, SUBTRACT -> zoom(1 / STEP, middle);
            case LEFT -> show(x.shifted(-0.1 * x.length()));
            case RIGHT -> show(x.shifted(0.1 * x.length()));
            case HOME -> show(Optional.empty());
            case ENTER -> pickLast();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void zoom(double factor, double about) {
        show(drawn.get().x().zoomed(factor, about));
    }

    private void show(AxisRange x) {
        show(Optional.of(x));
    }

    private void show(Optional<AxisRange> x) {
        view.set(view.get().withX(x));
    }

    private void hide() {
        crosshair.setVisible(false);
        readout.setVisible(false);
    }

    private void read(MouseEvent event) {
        Drawn now = drawn.get();
        List<Drawn.Reading> readings = now.readingsNear(event.getX(), event.getY(), MOST_READINGS);
        overlay.setCursor(now.hit(event.getX(), event.getY(), REACH).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        if (readings.isEmpty() || !now.area().contains(event.getX(), event.getY())) {
            hide();
            return;
        }
        readout.getChildren().setAll(readings.stream().map(this::line).toList());
        Label head = new Label(Numbers.shortText(readings.getFirst().x()));
        head.getStyleClass().add("muted");
        readout.getChildren().addFirst(head);
        crosshair.setStartX(event.getX());
        crosshair.setEndX(event.getX());
        crosshair.setStartY(now.area().getMinY());
        crosshair.setEndY(now.area().getMaxY());
        crosshair.setVisible(true);
        place(event.getX());
    }

    private void place(double x) {
        readout.setVisible(true);
        readout.applyCss();
        readout.autosize();
        boolean right = x + readout.getWidth() + 16 < overlay.getWidth();
        readout.relocate(right ? x + 12 : Math.max(0, x - readout.getWidth() - 12), 8);
    }

    private Node line(Drawn.Reading reading) {
        java.awt.Color color = view.get().theme().color(reading.curve().tint());
        Rectangle swatch = new Rectangle(10, 3, Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        Label label = new Label(reading.text(), swatch);
        return label;
    }
}
