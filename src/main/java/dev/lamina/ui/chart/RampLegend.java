package dev.lamina.ui.chart;

import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/** The legend of curves in an order: the ramp of their colors between the words for the first and the last. */
public final class RampLegend extends HBox {
    private static final int STOPS = 5;

    private final Rectangle ramp = new Rectangle(64, 6);

    public RampLegend(Texts texts, String firstKey, String lastKey, ChartPane pane) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("ramp-legend");
        getChildren().addAll(word(texts, firstKey), ramp, word(texts, lastKey));
        paint(pane.viewProperty().get().theme());
        pane.viewProperty().addListener((_, _, view) -> paint(view.theme()));
    }

    private static Node word(Texts texts, String key) {
        Label label = new Label();
        label.textProperty().bind(texts.of(key));
        label.getStyleClass().add("muted");
        return label;
    }

    private void paint(Theme theme) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            double position = (double) i / (STOPS - 1);
            java.awt.Color color = theme.color(new Tint.Graded(position));
            stops.add(new Stop(position, Color.rgb(color.getRed(), color.getGreen(), color.getBlue())));
        }
        ramp.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
    }
}
