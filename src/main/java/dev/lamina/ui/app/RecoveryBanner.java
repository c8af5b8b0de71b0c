package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Offers an experiment that was not saved when the program ended. */
final class RecoveryBanner extends HBox {
    private final Button restore = new Button();
    private final Button discard = new Button();

    RecoveryBanner(Texts texts, ExperimentDocument found) {
        getStyleClass().add("banner");
        Label text = new Label();
        text.textProperty().bind(texts.of("recovery.found", found.config().name()));
        restore.textProperty().bind(texts.of("recovery.restore"));
        restore.setId("recovery-restore");
        restore.getStyleClass().add("accent");
        discard.textProperty().bind(texts.of("recovery.discard"));
        getChildren().addAll(text, restore, discard);
    }

    void onRestore(Runnable work) {
        restore.setOnAction(_ -> work.run());
    }

    void onDiscard(Runnable work) {
        discard.setOnAction(_ -> work.run());
    }
}
