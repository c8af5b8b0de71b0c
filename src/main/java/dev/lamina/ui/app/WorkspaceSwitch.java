package dev.lamina.ui.app;

import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which workspace is shown, by button and key. */
final class WorkspaceSwitch extends HBox {
    private final Texts texts;
    private final ObjectProperty<Workspace> shown;
    private final ToggleGroup group = new ToggleGroup();
    private final List<Action> actions;

    WorkspaceSwitch(Texts texts, ObjectProperty<Workspace> shown) {
        this.texts = texts;
        this.shown = shown;
        this.actions = Stream.of(Workspace.values()).map(this::action).toList();
        setId("workspaces");
        getStyleClass().add("workspace-switch");
        for (Workspace workspace : Workspace.values()) {
            getChildren().add(button(workspace));
        }
        List<Node> pills = getChildren();
        pills.getFirst().getStyleClass().add("left-pill");
        pills.subList(1, pills.size() - 1).forEach(pill -> pill.getStyleClass().add("center-pill"));
        pills.getLast().getStyleClass().add("right-pill");
        shown.addListener(_ -> select());
        select();
    }

    /** The same for menus. */
    List<Action> actions() {
        return actions;
    }

    private Action action(Workspace workspace) {
        return Action.of(workspace.key(), workspace.icon(), workspace.keys(), () -> shown.set(workspace));
    }

    private ToggleButton button(Workspace workspace) {
        ToggleButton button = new ToggleButton();
        button.setId(workspace.key().replace('.', '-'));
        button.textProperty().bind(texts.of(workspace.key()));
        button.setGraphic(new FontIcon(workspace.icon()));
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setUserData(workspace);
        Tooltip tip = new Tooltip();
        String keys = action(workspace).keys().getDisplayText();
        tip.textProperty().bind(Bindings.concat(texts.of(workspace.key() + ".tip"), " (" + keys + ")"));
        button.setTooltip(tip);
        button.setOnAction(_ -> {
            shown.set(workspace);
            // A second click on the one that is shown would switch it off.
            select();
        });
        return button;
    }

    private void select() {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == shown.get())
                .forEach(group::selectToggle);
    }
}
