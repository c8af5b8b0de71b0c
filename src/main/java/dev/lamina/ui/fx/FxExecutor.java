package dev.lamina.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door to the FX thread; tests hand in {@code Runnable::run} instead. */
@FunctionalInterface
public interface FxExecutor extends Executor {
    /** Runs at once on the FX thread, and later from every other thread. */
    static FxExecutor platform() {
        return work -> {
            if (Platform.isFxApplicationThread()) {
                work.run();
            } else {
                Platform.runLater(work);
            }
        };
    }

    /** Runs on the FX thread after what it does now, a layout for one. */
    static FxExecutor afterwards() {
        return Platform::runLater;
    }
}
