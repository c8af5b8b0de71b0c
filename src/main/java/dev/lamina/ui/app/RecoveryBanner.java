package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Offers an experiment that was not saved when its window ended. */
final class RecoveryBanner extends HBox {
    private final Button restore = new Button();
    private final Button discard = new Button();

    /** @param waiting how many more will be offered after this one */
    RecoveryBanner(Texts texts, AbandonedCopy found, int waiting) {
        getStyleClass().add("banner");
        setId("recovery");
        Label text = new Label();
        text.textProperty()
                .bind(Bindings.createStringBinding(() -> text(texts, found, waiting), texts.languageProperty()));
        found.document().fileProperty().get().ifPresent(file -> text.setTooltip(new Tooltip(file.toString())));
        restore.textProperty().bind(texts.of("recovery.restore"));
        restore.setId("recovery-restore");
        restore.getStyleClass().add("accent");
        discard.textProperty().bind(texts.of("recovery.discard"));
        discard.setId("recovery-discard");
        restore.setMinWidth(Region.USE_PREF_SIZE);
        discard.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(text, restore, discard);
    }

    private static String text(Texts texts, AbandonedCopy found, int waiting) {
        String text = texts.get("recovery.found", found.document().config().name(), time(texts, found.kept()));
        return waiting == 0 ? text : texts.get("recovery.waiting", text, waiting);
    }

    private static String time(Texts texts, Instant kept) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.languageProperty().get().locale())
                .format(kept.atZone(ZoneId.systemDefault()));
    }

    void onRestore(Runnable work) {
        restore.setOnAction(_ -> work.run());
    }

    void onDiscard(Runnable work) {
        discard.setOnAction(_ -> work.run());
    }
}
