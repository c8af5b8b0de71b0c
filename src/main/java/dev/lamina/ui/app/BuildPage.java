package dev.lamina.ui.app;

import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.run.RunState;
import dev.lamina.ui.run.RunViewModel;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * The open experiment, or the start page. Below the experiment stands one line about the run; the first run opens the run
 * pane in its place, and from then on it is there as the person wants.
 */
final class BuildPage extends BorderPane {
    private final Node startPage;
    private final RunPane runPane;
    private final Node strip;
    private final SplitPane split = new SplitPane();
    private final KeptShare heights;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private @Nullable Node experiment;
    private boolean entered;
    private boolean hasRun;

    /** @param share of the height that the experiment has above the run pane */
    BuildPage(Node startPage, RunPane runPane, RunStrip strip, RunViewModel runs, double share) {
        this.startPage = startPage;
        this.runPane = runPane;
        this.strip = strip;
        this.heights = new KeptShare(split, FxExecutor.afterwards(), share);
        split.setOrientation(Orientation.VERTICAL);
        strip.onOpened(() -> open.set(true));
        open.addListener(_ -> arrange());
        runs.stateProperty().addListener((_, _, now) -> {
            if (now == RunState.STARTING && !hasRun) {
                hasRun = true;
                open.set(true);
            }
        });
    }

    /** Whether the run pane is there, and not only the line about the run. */
    BooleanProperty openProperty() {
        return open;
    }

    double share() {
        return heights.share();
    }

    void show(Node shown) {
        experiment = shown;
        arrange();
    }

    void showStart() {
        experiment = null;
        arrange();
    }

    /** Takes the run pane, which only one page has. */
    void enter() {
        entered = true;
        arrange();
    }

    void leave() {
        entered = false;
        split.getItems().remove(runPane);
    }

    private void arrange() {
        Node shown = experiment;
        if (shown == null) {
            split.getItems().clear();
            setCenter(startPage);
            setBottom(null);
            return;
        }
        boolean below = entered && open.get();
        if (below) {
            runPane.arrange(RunPane.Arrangement.TRAINING);
        }
        List<Node> parts = below ? List.of(shown, runPane) : List.of(shown);
        if (!split.getItems().equals(parts)) {
            split.getItems().setAll(parts);
        }
        setCenter(split);
        setBottom(open.get() ? null : strip);
        heights.restore();
    }

    /** Opens the charts below the canvas, or folds them to one line. */
    Action toggle(ObservableValue<Workspace> workspace, ObservableValue<Optional<ExperimentDocument>> document) {
        BooleanBinding elsewhere = Bindings.createBooleanBinding(
                () -> workspace.getValue() != Workspace.BUILD
                        || document.getValue().isEmpty(),
                workspace,
                document);
        return Action.of(
                        "runPane",
                        Material2OutlinedMZ.VERTICAL_SPLIT,
                        "Shortcut+J",
                        () -> openProperty().set(!openProperty().get()))
                .disabledBy(elsewhere);
    }
}
