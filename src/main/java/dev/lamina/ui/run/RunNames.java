package dev.lamina.ui.run;

import dev.lamina.figure.Tint;
import dev.lamina.ui.fx.Appearance;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** The legend of runs: of several that are seen together, each one's color and name. */
final class RunNames extends FlowPane {
    private static final double LONGEST = 220;

    private Appearance appearance;
    private List<RunEntry> shown = List.of();

    RunNames(Appearance appearance) {
        super(14, 2);
        this.appearance = appearance;
        setId("run-names");
        getStyleClass().add("run-names");
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    void show(List<RunEntry> runs) {
        shown = runs;
        setVisible(runs.size() > 1);
        getChildren().setAll(runs.stream().map(this::name).toList());
    }

    void setAppearance(Appearance other) {
        appearance = other;
        show(shown);
    }

    private Label name(RunEntry run) {
        Label name = new Label(String.valueOf(run.folder().getFileName()), swatch(run, appearance));
        name.setMaxWidth(LONGEST);
        name.setTooltip(new Tooltip(run.folder().toString()));
        return name;
    }

    /** The color in which a run's curves are drawn. */
    static Rectangle swatch(RunEntry run, Appearance appearance) {
        java.awt.Color color = appearance.theme().color(new Tint.Numbered(run.color()));
        return new Rectangle(12, 12, Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
    }
}
