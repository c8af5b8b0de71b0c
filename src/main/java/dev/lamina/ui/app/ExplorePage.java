package dev.lamina.ui.app;

import dev.lamina.ui.explore.ExploreView;
import dev.lamina.ui.fx.Texts;
import javafx.scene.layout.BorderPane;

/** All runs beside each other, and the charts of those that are ticked. */
final class ExplorePage extends BorderPane {
    private final RunPane runPane;
    private final ExploreView view;

    ExplorePage(Texts texts, RunPane runPane, ExploreView view) {
        this.runPane = runPane;
        this.view = view;
        setCenter(view);
        setTop(new PagePurpose(texts, Workspace.EXPLORE));
    }

    /** Takes the run pane, which only one page has. */
    void enter() {
        runPane.arrange(RunPane.Arrangement.COMPARING);
        view.showLive(runPane);
        view.reload();
    }

    void leave() {
        view.leaveLive();
    }
}
