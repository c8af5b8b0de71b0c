package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import javafx.scene.layout.BorderPane;

/** The runs, those that are ticked beside each other. */
final class ExplorePage extends BorderPane {
    private final RunPane runPane;

    ExplorePage(Texts texts, RunPane runPane) {
        this.runPane = runPane;
        setTop(new PagePurpose(texts, Workspace.EXPLORE));
    }

    /** Takes the run pane, which only one page has. */
    void enter() {
        runPane.arrange(RunPane.Arrangement.COMPARING);
        setCenter(runPane);
    }

    void leave() {
        setCenter(null);
    }
}
