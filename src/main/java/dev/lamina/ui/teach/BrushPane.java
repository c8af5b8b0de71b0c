package dev.lamina.ui.teach;

import dev.lamina.data.source.OwnPoint;
import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The classes with which own points are drawn: click puts one, drag sprays, Alt erases, number keys choose the class. */
final class BrushPane extends VBox {
    /** A few points, for a picture of what own points are. */
    static final List<OwnPoint> EXAMPLE = List.of(
            new OwnPoint(-0.8, 0.5, 0),
            new OwnPoint(-0.4, 0.9, 0),
            new OwnPoint(-0.2, 0.3, 0),
            new OwnPoint(0.2, -0.6, 1),
            new OwnPoint(0.7, -0.2, 1),
            new OwnPoint(0.8, -0.9, 1),
            new OwnPoint(0.6, 0.7, 2),
            new OwnPoint(-0.7, -0.7, 2));

    private static final int CLASSES = 5;
    private static final int MOST_POINTS = 2000;
    private static final double SPREAD = 0.03;
    private static final double ERASER = 0.06;

    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<Circle> swatches = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Random random = new Random(1);

    /** @param clear takes all points away */
    BrushPane(Texts texts, Runnable clear) {
        super(6);
        HBox row = new HBox(4);
        for (int k = 0; k < CLASSES; k++) {
            Circle swatch = new Circle(6);
            ToggleButton button = new ToggleButton(String.valueOf((char) ('A' + k)), swatch);
            button.setId("brush-" + k);
            button.setToggleGroup(group);
            Described.tip(texts, button, "brush.class.tip");
            button.getStyleClass().setAll("brush");
            button.setOnAction(_ -> button.setSelected(true));
            swatches.add(swatch);
            buttons.add(button);
            row.getChildren().add(button);
        }
        buttons.getFirst().setSelected(true);
        Label hint = new Label();
        hint.textProperty().bind(texts.of("brush.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        Button none = new Button();
        none.setId("brush-clear");
        none.textProperty().bind(texts.of("brush.clear"));
        Described.tip(texts, none, "brush.clear.tip");
        none.getStyleClass().add("small");
        none.setOnAction(_ -> clear.run());
        getChildren().addAll(row, hint, none);
    }

    void setTheme(Theme theme) {
        for (int k = 0; k < CLASSES; k++) {
            java.awt.Color color = theme.color(new Tint.Numbered(k));
            swatches.get(k).setFill(Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        }
    }

    /** Chooses the class of a number key, from 1. */
    void key(KeyEvent event) {
        String text = event.getText();
        if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) < '1' + CLASSES) {
            buttons.get(text.charAt(0) - '1').setSelected(true);
            event.consume();
        }
    }

    /** The points after a movement of the hand. */
    List<OwnPoint> draw(List<OwnPoint> points, PlaneView.Stroke stroke, Plane plane) {
        List<OwnPoint> drawn = new ArrayList<>(points);
        double x = stroke.place().x();
        double y = stroke.place().y();
        int label = group.getSelectedToggle() == null ? 0 : buttons.indexOf((ToggleButton) group.getSelectedToggle());
        switch (stroke.kind()) {
            case PUT -> drawn.add(new OwnPoint(x, y, label));
            case SPRAY ->
                drawn.add(new OwnPoint(
                        x + SPREAD * plane.side() * random.nextGaussian(),
                        y + SPREAD * plane.side() * random.nextGaussian(),
                        label));
            case ERASE -> drawn.removeIf(p -> Math.hypot(p.x() - x, p.y() - y) < ERASER * plane.side());
        }
        return drawn.size() > MOST_POINTS ? points : drawn;
    }

    /** Points as they are shown before anything is known of them. */
    static PlanePoints shown(List<OwnPoint> points) {
        int count = points.size();
        int[] nothing = new int[count];
        Arrays.fill(nothing, -1);
        return new PlanePoints(
                points.stream().mapToDouble(OwnPoint::x).toArray(),
                points.stream().mapToDouble(OwnPoint::y).toArray(),
                points.stream().mapToInt(OwnPoint::label).toArray(),
                nothing,
                List.of());
    }
}
