package dev.lamina.ui.app;

import dev.lamina.ui.editor.EditorPane;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.control.TabPane;

/** Goes through all that the window can show of an experiment: start page, tabs, workspaces, charts. */
final class EveryView {
    private EveryView() {}

    /** @param look what to do at each, on the FX thread */
    static void of(Screen screen, Runnable look) throws Exception {
        look(screen, look, () -> null);
        look(screen, look, () -> {
            screen.workbench.show(
                    ExperimentDocument.unsaved(Template.quickStart().config()));
            return null;
        });
        look(screen, look, () -> {
            ((EditorPane) screen.workbench.lookup("#editor")).select("stage1");
            return null;
        });
        throughTabs(screen, (TabPane) Objects.requireNonNull(screen.workbench.experimentPane()), look);
        for (Workspace workspace : Workspace.values()) {
            look(screen, look, () -> {
                screen.workbench.workspaceProperty().set(workspace);
                return null;
            });
            if (workspace == Workspace.TRAIN) {
                throughTabs(screen, screen.workbench.runPane().charts().tabs(), look);
            }
        }
    }

    private static void throughTabs(Screen screen, TabPane tabs, Runnable look) throws Exception {
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int tab = i;
            look(screen, look, () -> {
                tabs.getSelectionModel().select(tab);
                return null;
            });
        }
    }

    private static void look(Screen screen, Runnable look, Callable<Void> change) throws Exception {
        screen.fx(change);
        screen.layout();
        screen.fx(() -> {
            look.run();
            return null;
        });
    }
}
