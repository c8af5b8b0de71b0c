package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sentence at the head of a workspace that says what it is for. */
final class PagePurpose extends Label {
    PagePurpose(Texts texts, Workspace workspace) {
        setId(workspace.key().replace('.', '-') + "-purpose");
        getStyleClass().add("page-purpose");
        textProperty().bind(texts.of(workspace.key() + ".purpose"));
        setGraphic(new FontIcon(workspace.icon()));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
    }
}
