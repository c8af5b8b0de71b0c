package dev.lamina.ui.app;

import dev.lamina.message.Message;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Beginning;
import dev.lamina.ui.run.RunState;
import dev.lamina.ui.run.RunViewModel;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * Why the last run failed, whole, until it is put away, another experiment is opened, or the next run begins; and the way on,
 * where the run has a folder to go on from.
 */
final class FailureBanner extends HBox {
    /** @param remedies what can be done about the failure */
    FailureBanner(Texts texts, RunViewModel runs, Function<Message, Optional<Remedy>> remedies) {
        setId("failure-banner");
        getStyleClass().addAll("banner", "failure-banner");
        Label text = new Label();
        text.setId("failure");
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("state.FAILED") + ": "
                                + runs.messageProperty().get().map(texts::text).orElse(""),
                        runs.messageProperty(),
                        texts.languageProperty()));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setGraphic(new FontIcon(Material2AL.ERROR_OUTLINE));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button resume = new Button();
        resume.setId("failure-resume");
        resume.textProperty().bind(texts.of("resume"));
        Tooltip again = new Tooltip();
        again.textProperty().bind(texts.of("resume.tip"));
        resume.setTooltip(again);
        resume.setMinWidth(USE_PREF_SIZE);
        resume.setOnAction(_ -> runs.resumeLast(Beginning.TO_THE_END));
        resume.visibleProperty().bind(runs.resumableProperty());
        resume.managedProperty().bind(resume.visibleProperty());
        Button away = new Button();
        away.setId("failure-away");
        away.getStyleClass().addAll("flat", "button-icon");
        away.setGraphic(new FontIcon(Material2AL.CLOSE));
        away.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        away.accessibleTextProperty().bind(texts.of("failure.away"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("failure.away"));
        away.setTooltip(tip);
        away.setMinWidth(USE_PREF_SIZE);
        away.setOnAction(_ -> runs.forgetFailure());
        RemedyButton remedy = new RemedyButton(texts);
        remedy.setId("failure-remedy");
        runs.messageProperty().addListener((_, _, failure) -> remedy.show(failure.flatMap(remedies)));
        getChildren().addAll(text, remedy, resume, away);
        managedProperty().bind(visibleProperty());
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> runs.stateProperty().get() == RunState.FAILED
                                && runs.messageProperty().get().isPresent(),
                        runs.stateProperty(),
                        runs.messageProperty()));
    }
}
