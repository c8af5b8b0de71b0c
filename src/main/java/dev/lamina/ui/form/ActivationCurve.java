package dev.lamina.ui.form;

import dev.lamina.nn.activation.Activation;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** An activation's curve and its derivative, with handles that drag its numbers. */
final class ActivationCurve extends Pane {
    private static final double WIDTH = 252;
    private static final double HEIGHT = 160;
    private static final double LEFT = -4;
    private static final double RIGHT = 4;
    private static final double BOTTOM = -2.2;
    private static final double TOP = 3.4;
    private static final int POINTS = 160;
    private static final double RADIUS = 6;
    /** A step between neighboring points that is a jump of the function and not its slope. */
    private static final double JUMP = 0.25;

    private final Vocabulary vocabulary;
    private final Consumer<Activation> changed;
    private final Path value = new Path();
    private final Path derivative = new Path();
    private final Pane handles = new Pane();
    private @Nullable Activation shown;

    ActivationCurve(Vocabulary vocabulary, Consumer<Activation> changed) {
        this.vocabulary = vocabulary;
        this.changed = changed;
        setId("activation-curve");
        getStyleClass().add("activation-curve");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setClip(new Rectangle(WIDTH, HEIGHT));
        value.getStyleClass().add("curve-value");
        derivative.getStyleClass().add("curve-derivative");
        value.setMouseTransparent(true);
        derivative.setMouseTransparent(true);
        handles.setPickOnBounds(false);
        for (int i = (int) LEFT; i <= RIGHT; i++) {
            grid(x(i), 0, x(i), HEIGHT, i == 0);
        }
        for (int i = -2; i <= TOP; i++) {
            grid(0, y(i), WIDTH, y(i), i == 0);
        }
        getChildren()
                .addAll(
                        derivative,
                        value,
                        handles,
                        legend("f(y)", "curve-value-name", 8),
                        legend("f′(y)", "curve-derivative-name", 24));
    }

    private void grid(double x0, double y0, double x1, double y1, boolean axis) {
        Line line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add(axis ? "curve-axis" : "curve-grid");
        getChildren().add(line);
    }

    private static Label legend(String text, String style, double y) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.relocate(10, y);
        return label;
    }

    void show(Activation activation) {
        List<CurveHandle> now = CurveHandle.of(activation);
        boolean rebuilt = shown == null || shown.getClass() != activation.getClass();
        shown = activation;
        draw(value, y -> CurveHandle.value(activation, y));
        draw(derivative, y -> CurveHandle.derivative(activation, y));
        if (rebuilt || handles.getChildren().size() != now.size()) {
            handles.getChildren().setAll(now.stream().map(this::handle).toList());
        }
        for (int i = 0; i < now.size(); i++) {
            Circle circle = (Circle) handles.getChildren().get(i);
            circle.setCenterX(x(now.get(i).y()));
            circle.setCenterY(
                    Math.clamp(y(CurveHandle.value(activation, now.get(i).y())), 0, HEIGHT));
        }
    }

    private Circle handle(CurveHandle handle) {
        Circle circle = new Circle(RADIUS);
        circle.setId("handle-" + handle.component().getName());
        circle.getStyleClass().add("curve-handle");
        circle.setCursor(Cursor.V_RESIZE);
        Tooltip.install(circle, new Tooltip(vocabulary.setting(handle.component())));
        circle.setOnMousePressed(event -> event.consume());
        circle.setOnMouseDragged(event -> {
            double height =
                    TOP - sceneToLocal(event.getSceneX(), event.getSceneY()).getY() / HEIGHT * (TOP - BOTTOM);
            Activation next = handle.draggedTo(Objects.requireNonNull(shown), height);
            if (!next.equals(shown)) {
                show(next);
                changed.accept(next);
            }
            event.consume();
        });
        return circle;
    }

    private static void draw(Path path, DoubleUnaryOperator function) {
        path.getElements().clear();
        double before = Double.NaN;
        for (int i = 0; i <= POINTS; i++) {
            double at = LEFT + (RIGHT - LEFT) * i / POINTS;
            double height = Math.clamp(function.applyAsDouble(at), 2 * BOTTOM, 2 * TOP);
            boolean jump = Math.abs(height - before) > JUMP;
            path.getElements().add(i == 0 || jump ? new MoveTo(x(at), y(height)) : new LineTo(x(at), y(height)));
            before = height;
        }
    }

    private static double x(double at) {
        return (at - LEFT) / (RIGHT - LEFT) * WIDTH;
    }

    private static double y(double height) {
        return (TOP - height) / (TOP - BOTTOM) * HEIGHT;
    }
}
