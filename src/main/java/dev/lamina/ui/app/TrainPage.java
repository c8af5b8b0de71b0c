package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.ui.editor.NetworkStrip;
import javafx.scene.layout.BorderPane;

/** The charts have the window; above them the network is a strip, from which one comes back to the canvas. */
final class TrainPage extends BorderPane {
    private final NetworkStrip strip;
    private final RunPane runPane;

    TrainPage(NetworkStrip strip, RunPane runPane) {
        this.strip = strip;
        this.runPane = runPane;
    }

    /** Shows the network as it is now. */
    void show(ExperimentConfig config) {
        strip.show(config.networkGraph());
        setTop(strip);
    }

    /** Without a network. */
    void showNone() {
        setTop(null);
    }

    /** Takes the run pane, which only one page has. */
    void enter() {
        runPane.arrange(RunPane.Arrangement.TRAINING);
        setCenter(runPane);
    }

    void leave() {
        setCenter(null);
    }
}
