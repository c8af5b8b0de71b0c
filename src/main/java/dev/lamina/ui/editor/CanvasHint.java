package dev.lamina.ui.editor;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A line below the canvas that says why something was not done; it goes by itself. */
final class CanvasHint extends Label {
    private final PauseTransition pause = new PauseTransition(Duration.seconds(6));

    CanvasHint() {
        getStyleClass().add("canvas-hint");
        setId("canvas-hint");
        setGraphic(new FontIcon(Material2AL.INFO));
        setMouseTransparent(true);
        setVisible(false);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        managedProperty().bind(visibleProperty());
        pause.setOnFinished(_ -> hide());
    }

    void show(String text) {
        setText(text);
        setVisible(true);
        pause.playFromStart();
    }

    void hide() {
        setVisible(false);
        pause.stop();
    }
}
