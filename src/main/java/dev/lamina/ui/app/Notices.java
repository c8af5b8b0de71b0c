package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What a person must be told without being interrupted: lines above all else, each there until it is dismissed. FX thread. */
final class Notices extends VBox {
    private static final Insets AROUND = new Insets(6, 10, 0, 10);
    private static final int MOST = 3;

    private final Texts texts;

    Notices(Texts texts) {
        this.texts = texts;
        setId("notices");
        setSpacing(4);
    }

    /** How bad it is. */
    enum Kind {
        HINT,
        ERROR
    }

    /**
     * What can be done about it.
     *
     * @param key of its text, and the button's id
     */
    record Offer(String key, Runnable work) {}

    /** Shows a line; an older one goes where there are too many. */
    Node show(Kind kind, ObservableStringValue text, List<Offer> offers) {
        HBox line = new HBox();
        line.getStyleClass().add("banner");
        if (kind == Kind.ERROR) {
            line.getStyleClass().add("error-banner");
        }
        Label label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        List<Node> parts = new ArrayList<>(List.of(label));
        offers.forEach(offer -> parts.add(button(offer)));
        parts.add(dismissal(line));
        line.getChildren().setAll(parts);
        VBox.setMargin(line, AROUND);
        getChildren().add(line);
        while (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return line;
    }

    boolean isShown(@Nullable Node line) {
        return getChildren().contains(line);
    }

    void withdraw(Node line) {
        getChildren().remove(line);
    }

    private Button button(Offer offer) {
        Button button = new Button();
        button.textProperty().bind(texts.of(offer.key()));
        button.setId(offer.key().replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> offer.work().run());
        return button;
    }

    private Button dismissal(Node line) {
        Button button = new Button();
        button.setGraphic(new FontIcon(Material2OutlinedAL.CLOSE));
        button.setId("dismiss");
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.of("notice.dismiss"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("notice.dismiss"));
        button.setTooltip(tip);
        button.setOnAction(_ -> withdraw(line));
        return button;
    }
}
