package dev.lamina.ui.app;

import dev.lamina.graph.Severity;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Why the open experiment cannot be run, whole, with the remedy where it is one step; missing data has a banner of its own. */
final class HindranceBanner extends HBox {
    private static final String FEATURES_WANTED = "nn.noFeatureVector";

    private final Label text = new Label();
    private final RemedyButton remedy;
    private final Consumer<String> flatten;

    /** @param flatten puts a Flatten before the node of an id */
    HindranceBanner(Texts texts, Consumer<String> flatten) {
        this.flatten = flatten;
        setId("hindrance-banner");
        getStyleClass().addAll("banner", "failure-banner");
        text.setId("hindrance");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setGraphic(new FontIcon(Material2AL.ERROR_OUTLINE));
        HBox.setHgrow(text, Priority.ALWAYS);
        remedy = new RemedyButton(texts);
        remedy.setId("hindrance-remedy");
        getChildren().addAll(text, remedy);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** @param why in one line, empty if it can be run */
    void show(Readiness readiness, String why) {
        text.setText(why);
        setVisible(!why.isEmpty() && readiness.missing().isEmpty());
        remedy.show(of(readiness));
    }

    private Optional<Remedy> of(Readiness readiness) {
        return readiness.diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .filter(first -> first.message().says(FEATURES_WANTED))
                .flatMap(first -> first.nodeId())
                .map(node -> new Remedy("remedy.flatten", List.of(), () -> flatten.accept(node)));
    }
}
