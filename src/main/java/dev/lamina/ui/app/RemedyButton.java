package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Does what helps against what a banner says; takes no room where nothing is known to. */
final class RemedyButton extends Button {
    private final Texts texts;

    RemedyButton(Texts texts) {
        this.texts = texts;
        getStyleClass().add("accent");
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("remedy.tip"));
        setTooltip(tip);
        accessibleHelpProperty().bind(texts.of("remedy.tip"));
        textProperty().bind(texts.of("remedy.tip"));
        show(Optional.empty());
    }

    void show(Optional<Remedy> remedy) {
        setVisible(remedy.isPresent());
        remedy.ifPresent(what -> {
            textProperty().bind(texts.of(what.key(), what.arguments().toArray()));
            setOnAction(_ -> what.work().run());
        });
    }
}
