package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Box;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The frame around what an opened block holds; its title moves the whole, its button closes it. */
final class FrameView extends BoxView {
    private static final double TITLE_HEIGHT = 26;

    private final String blockId;
    private final Region background = new Region();
    private final HBox title = new HBox(6);
    private final Label name = new Label();
    private final Label type = new Label();
    private final Button close = new Button();

    FrameView(String blockId) {
        this.blockId = blockId;
        setId("frame-" + blockId);
        setPickOnBounds(false);
        getStyleClass().add("frame");
        background.getStyleClass().add("frame-background");
        background.setMouseTransparent(true);
        name.getStyleClass().add("card-name");
        type.getStyleClass().add("card-type");
        close.getStyleClass().addAll("card-expand", "flat");
        close.setGraphic(new FontIcon(Material2MZ.UNFOLD_LESS));
        close.setFocusTraversable(false);
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("frame-title");
        title.getChildren().addAll(close, name, type);
        getChildren().addAll(background, title);
    }

    String blockId() {
        return blockId;
    }

    HBox title() {
        return title;
    }

    Button closeButton() {
        return close;
    }

    void show(String kind, String label, String text, Box box, Phrases phrases) {
        showKind(kind);
        name.setText(label);
        type.setText(text);
        close.setTooltip(new Tooltip(phrases.get("close.tip")));
        close.setAccessibleText(phrases.get("close.tip"));
        place(box);
    }

    @Override
    protected void layoutChildren() {
        background.resizeRelocate(0, 0, getWidth(), getHeight());
        title.resizeRelocate(6, 4, Math.min(getWidth() - 12, title.prefWidth(-1)), TITLE_HEIGHT);
    }
}
