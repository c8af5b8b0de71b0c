package dev.lamina.ui.app;

import dev.lamina.ui.app.ExperimentDocument.TextFault;
import dev.lamina.ui.fx.Texts;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

/** The configuration as JSON, both ways: what is typed is taken as soon as it is sound, else its fault names the line. */
final class JsonTab extends BorderPane {
    private static final Duration PAUSE_IN_TYPING = Duration.millis(350);

    private final ExperimentDocument document;
    private final TextArea area = new TextArea();
    private final Hyperlink fault = new Hyperlink();
    private final ObjectProperty<Optional<TextFault>> wrong = new SimpleObjectProperty<>(Optional.empty());
    private final PauseTransition typed = new PauseTransition(PAUSE_IN_TYPING);
    private boolean taking;

    JsonTab(Texts texts, ExperimentDocument document) {
        this.document = document;
        area.getStyleClass().addAll("mono", "edge-to-edge");
        area.setText(document.text());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("json.tip"));
        area.setTooltip(tip);
        area.accessibleTextProperty().bind(texts.of("tab.json.tip"));
        fault.getStyleClass().add("fault");
        Tooltip faultTip = new Tooltip();
        faultTip.textProperty().bind(texts.of("json.fault.tip"));
        fault.setTooltip(faultTip);
        fault.accessibleTextProperty().bind(texts.of("json.fault.tip"));
        fault.setWrapText(true);
        fault.setOnAction(_ -> goToFault());
        fault.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> wrong.get().map(of -> texts.text(of.problem())).orElse(""),
                        wrong,
                        texts.languageProperty()));
        fault.managedProperty().bind(fault.visibleProperty());
        fault.visibleProperty().bind(wrong.map(Optional::isPresent));
        setCenter(area);
        setBottom(fault);
        typed.setOnFinished(_ -> take());
        area.textProperty().addListener(_ -> {
            if (area.isFocused()) {
                typed.playFromStart();
            }
        });
        document.configProperty().addListener(_ -> {
            if (!taking) {
                area.setText(document.text());
                wrong.set(Optional.empty());
            }
        });
    }

    /** Takes what stands there. */
    void take() {
        taking = true;
        wrong.set(document.setText(area.getText()));
        taking = false;
    }

    private void goToFault() {
        wrong.get().flatMap(TextFault::place).ifPresent(place -> {
            String text = area.getText();
            int start = 0;
            for (int i = 1; i < place.line() && start >= 0; i++) {
                start = text.indexOf('\n', start) + 1;
            }
            area.requestFocus();
            area.positionCaret(Math.min(text.length(), start + place.column() - 1));
        });
    }
}
