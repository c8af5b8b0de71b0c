package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every control that does something has a tooltip, a name that can be read out, and a way by keyboard. */
class ReachableControlsTest {
    private static final List<Class<? extends Control>> KINDS =
            List.of(ButtonBase.class, TextInputControl.class, ComboBoxBase.class, Slider.class, Spinner.class);

    @TempDir
    private Path folder;

    @Test
    void everyControlHasATooltipATextAndAKeyboardWay() throws Exception {
        for (Language language : Language.values()) {
            try (Screen screen = Screen.open(folder, Appearance.LIGHT, language)) {
                Set<String> missing = new TreeSet<>(screen.fx(() -> missing(screen.workbench)));
                screen.fx(() -> {
                    screen.workbench.show(
                            ExperimentDocument.unsaved(Template.quickStart().config()));
                    return null;
                });
                screen.layout();
                for (String node : List.of("images", "stem", "stage1", "head")) {
                    screen.fx(() -> {
                        ((dev.lamina.ui.editor.EditorPane) screen.workbench.lookup("#editor")).select(node);
                        return null;
                    });
                    screen.layout();
                    missing.addAll(screen.fx(() -> missing(screen.workbench)));
                }
                TabPane tabs = (TabPane) screen.workbench.experimentPane();
                for (int i = 0; i < tabs.getTabs().size(); i++) {
                    int tab = i;
                    assertTrue(tabs.getTabs().get(i).getTooltip() != null, "tab " + i);
                    screen.fx(() -> {
                        tabs.getSelectionModel().select(tab);
                        return null;
                    });
                    screen.layout();
                    missing.addAll(screen.fx(() -> missing(screen.workbench)));
                }
                for (Workspace workspace : Workspace.values()) {
                    screen.fx(() -> {
                        screen.workbench.workspaceProperty().set(workspace);
                        return null;
                    });
                    screen.layout();
                    missing.addAll(screen.fx(() -> missing(screen.workbench)));
                }
                assertEquals("", String.join("\n", missing), language.toString());
            }
        }
    }

    private static List<String> missing(Parent root) {
        List<String> missing = new ArrayList<>();
        for (Node node : root.getChildrenUnmodifiable()) {
            if (node instanceof Control control && KINDS.stream().anyMatch(kind -> kind.isInstance(control))) {
                check(control, missing);
            }
            boolean composed = node instanceof MenuBar
                    || node instanceof ComboBoxBase
                    || node instanceof Spinner
                    || node instanceof TextInputControl;
            if (node instanceof Parent parent && !composed) {
                missing.addAll(missing(parent));
            }
        }
        return missing;
    }

    private static void check(Control control, List<String> missing) {
        String name = control.getClass().getSimpleName() + " #" + control.getId() + " " + control.getStyleClass()
                + (control instanceof Labeled labeled ? " " + labeled.getText() : "");
        boolean onlyShows = control instanceof TextInputControl text && !text.isEditable();
        if (control.getTooltip() == null && !onlyShows && !hasTooltip(control.getParent())) {
            missing.add("no tooltip: " + name);
        }
        boolean said = control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null
                || (control.getAccessibleText() != null
                        && !control.getAccessibleText().isBlank());
        boolean read = control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        if (!said && !read) {
            missing.add("no accessible text: " + name);
        }
        // What a card's button does, Enter does on the card.
        boolean onCard = control.getStyleClass().contains("card-expand");
        if (!control.isFocusTraversable() && !onCard) {
            missing.add("no way by keyboard: " + name);
        }
    }

    /** A disabled button's tooltip belongs to what holds it. */
    private static boolean hasTooltip(Node holder) {
        return holder != null
                && holder.getProperties().values().stream().anyMatch(javafx.scene.control.Tooltip.class::isInstance);
    }
}
