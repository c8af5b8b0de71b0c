package dev.lamina.ui.app;

import dev.lamina.ui.run.RunViewModel;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The page of the workspace that is chosen, below the banners. The run pane goes from page to page. FX thread. */
final class Workspaces extends BorderPane {
    private final BuildPage build;
    private final TrainPage train;
    private final ExplorePage explore;
    private final FigurePage figure;
    private final TeachPage teach;
    private final RunViewModel runs;
    private final VBox banners;

    /** @param banners what is to be said of the open experiment and its run */
    Workspaces(
            ObjectProperty<Workspace> chosen,
            BuildPage build,
            TrainPage train,
            ExplorePage explore,
            FigurePage figure,
            TeachPage teach,
            RunViewModel runs,
            VBox banners) {
        this.build = build;
        this.train = train;
        this.explore = explore;
        this.figure = figure;
        this.teach = teach;
        this.runs = runs;
        this.banners = banners;
        banners.managedProperty().bind(banners.visibleProperty());
        setTop(banners);
        chosen.addListener((_, before, now) -> {
            leave(before);
            setCenter(enter(now));
        });
        setCenter(enter(chosen.get()));
    }

    /** The experiment that every page is about from now on. */
    void show(ExperimentDocument document, ExperimentPane experiment) {
        banners.setVisible(true);
        build.show(experiment);
        train.show(document.config());
        teach.show(document);
    }

    /** None is open. */
    void showStart() {
        banners.setVisible(false);
        build.showStart();
        train.showNone();
        teach.showNone();
    }

    private void leave(Workspace before) {
        switch (before) {
            case BUILD -> build.leave();
            case TRAIN -> train.leave();
            case EXPLORE -> explore.leave();
            case FIGURE, TEACH -> {}
        }
    }

    private Node enter(Workspace now) {
        return switch (now) {
            case BUILD -> {
                build.enter();
                yield build;
            }
            case TRAIN -> {
                train.enter();
                yield train;
            }
            case EXPLORE -> {
                explore.enter();
                yield explore;
            }
            case FIGURE -> {
                figure.enter();
                yield figure;
            }
            case TEACH -> {
                teach.enter(runs.current());
                yield teach;
            }
        };
    }
}
