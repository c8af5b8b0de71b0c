package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.ui.run.RunViewModel;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Asks about changes and about a run that goes on before a window closes, and stops the run. FX thread. */
record WindowClosing(
        FileActions files, RunViewModel runs, Dialogs dialogs, Supplier<Optional<ExperimentDocument>> document) {
    /** @param closed called when everything is safe; not at all if the person stays */
    void ask(Runnable closed) {
        if (!files.mayLeave()) {
            return;
        }
        if (!runs.stateProperty().get().active()) {
            closed.run();
            return;
        }
        if (dialogs.runGoesOn() == Dialogs.Closing.SAVE) {
            Optional<ExperimentConfig> answered = config();
            once(runs.stateProperty(), state -> !state.active(), () -> {
                // Nobody was asked about what was changed while the run came to its end.
                if (config().equals(answered) || files.mayLeave()) {
                    closed.run();
                }
            });
            runs.stop();
        }
    }

    private Optional<ExperimentConfig> config() {
        return document.get().map(ExperimentDocument::config);
    }

    private static <T> void once(ReadOnlyObjectProperty<T> property, Predicate<T> condition, Runnable work) {
        property.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends T> observed, T before, T now) {
                if (condition.test(now)) {
                    property.removeListener(this);
                    work.run();
                }
            }
        });
    }
}
