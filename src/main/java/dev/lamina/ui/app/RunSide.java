package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands beside the charts, one part above the other; a rail of buttons shows and folds each. */
final class RunSide extends VBox {
    private final Texts texts;
    private final VBox rail = new VBox();
    private final List<Region> parts = new ArrayList<>();
    private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper(true);

    RunSide(Texts texts) {
        this.texts = texts;
        setId("run-side");
        getStyleClass().add("run-side");
        rail.setId("run-rail");
        rail.getStyleClass().add("run-rail");
    }

    /** Whether a part is there from the beginning. */
    enum First {
        SHOWN,
        FOLDED
    }

    /** Its buttons, which stay where all parts are folded. */
    Region rail() {
        return rail;
    }

    /** Whether no part is shown. */
    ReadOnlyBooleanProperty foldedProperty() {
        return folded.getReadOnlyProperty();
    }

    /** Adds a part below those that are there. */
    void add(String key, Ikon icon, Region content, Priority growth, First first) {
        Label title = new Label();
        title.textProperty().bind(texts.of(key));
        title.getStyleClass().add("side-title");
        VBox part = new VBox(title, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(part, growth);
        ToggleButton button = new ToggleButton();
        button.setId(key.replace('.', '-'));
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.of(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(key + ".tip"));
        button.setTooltip(tip);
        part.visibleProperty().bind(button.selectedProperty());
        part.managedProperty().bind(button.selectedProperty());
        parts.add(part);
        part.visibleProperty().addListener(_ -> folded.set(parts.stream().noneMatch(Node::isVisible)));
        getChildren().add(part);
        rail.getChildren().add(button);
        button.setSelected(first == First.SHOWN);
    }
}
