package dev.lamina.ui.editor;

import dev.lamina.graph.Node;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.ActivationParameter;
import dev.lamina.nn.layer.ActivationLayer;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * The small picture of a type: a shape that the style sheet gives its id, a square where it gives none; an activation is
 * drawn as its own curve.
 */
final class Glyph extends StackPane {
    static final double SIZE = 22;
    private static final double CURVE = 14;
    private static final double RANGE = 2.5;
    private static final int POINTS = 28;

    private Glyph(javafx.scene.Node picture) {
        getStyleClass().add("glyph-tile");
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
        getChildren().add(picture);
    }

    static Glyph of(Node node, String typeId) {
        return node instanceof Node.OfLayer(String _, ActivationLayer(Activation activation))
                ? of(activation)
                : of(typeId);
    }

    static Glyph of(String typeId) {
        Region picture = new Region();
        picture.getStyleClass().addAll("glyph", "glyph-" + typeId);
        picture.setMinSize(12, 12);
        picture.setMaxSize(12, 12);
        return new Glyph(picture);
    }

    static Glyph of(Activation activation) {
        Path curve = new Path();
        curve.getStyleClass().add("glyph-curve");
        double[] parameters = activation.parameters().stream()
                .mapToDouble(ActivationParameter::initialValue)
                .toArray();
        for (int i = 0; i <= POINTS; i++) {
            double y = RANGE * (2.0 * i / POINTS - 1);
            double value = Math.clamp(activation.value(y, parameters), -RANGE, RANGE);
            double px = CURVE * i / POINTS;
            double py = CURVE * (RANGE - value) / (2 * RANGE);
            curve.getElements().add(i == 0 ? new MoveTo(px, py) : new LineTo(px, py));
        }
        return new Glyph(curve);
    }
}
