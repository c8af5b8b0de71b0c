package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Box;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;

/** What lies in a box of the canvas, drawn by its kind, and can be selected. */
abstract class BoxView extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    BoxView() {
        setManaged(false);
    }

    final void showKind(String kind) {
        if (!getStyleClass().contains(kind)) {
            getStyleClass().removeIf(style -> style.startsWith("kind-"));
            getStyleClass().add(kind);
        }
    }

    final void place(Box box) {
        resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    final Box box() {
        return new Box(getLayoutX(), getLayoutY(), getWidth(), getHeight());
    }

    final void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
