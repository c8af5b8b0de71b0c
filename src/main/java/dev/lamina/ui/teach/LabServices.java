package dev.lamina.ui.teach;

import dev.lamina.experiment.worker.Runs;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * What a laboratory is given from outside.
 *
 * @param texts of the window, for the language
 * @param runs the door by which a training begins, as it is then
 * @param background reads data; one thread
 * @param painter paints planes and charts; one thread
 */
public record LabServices(
        Texts texts,
        ObservableValue<Appearance> appearance,
        Supplier<Runs> runs,
        FxExecutor fx,
        Executor background,
        Executor painter) {
    Texts own() {
        return texts.ofBundle("dev.lamina.ui.teach.teach");
    }
}
