package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.metric.Tags;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunState;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Someone who is new takes the empty network, adds a few layers by the keyboard, and presses Run. */
class BlankTemplateTest {
    private static final double GUESSING = 10;

    @TempDir
    private Path folder;

    @Test
    void aPlainConvolutionalNetworkLearns() throws Exception {
        learns(
                "input",
                "conv2d",
                "relu",
                "max-pool",
                "conv2d",
                "relu",
                "max-pool",
                "flatten",
                "linear",
                "relu",
                "softmax");
    }

    @Test
    void aPerceptronLearns() throws Exception {
        learns("input", "flatten", "linear", "relu", "linear", "relu", "softmax");
    }

    private void learns(String... entries) throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            screen.fx(() -> {
                ((javafx.scene.control.Button) screen.workbench.lookup("#template-empty")).fire();
                return null;
            });
            // The editor comes with its data, and its palette with the editor.
            screen.layout();
            screen.layout();
            screen.layout();
            for (String entry : entries) {
                Node item = screen.find("#palette-" + entry);
                screen.fx(() -> {
                    Event.fireEvent(
                            item,
                            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                    return null;
                });
                screen.layout();
            }
            assertEquals(
                    "", screen.fx(() -> screen.workbench.hindranceProperty().get()));
            ExperimentDocument document =
                    screen.fx(() -> screen.workbench.documentProperty().get().orElseThrow());
            // Fewer epochs than its own, so that the test is short; all else is as it comes.
            screen.fx(() -> {
                document.set("training.epochs", "4");
                document.set("probes.gbr.enabled", "false");
                return null;
            });
            screen.layout();
            screen.press("run");
            screen.await(() -> !screen.workbench.runs().stateProperty().get().active());
            assertEquals(
                    RunState.FINISHED, screen.workbench.runs().stateProperty().get());
            RunEntry run = screen.fx(() -> screen.workbench.runs().entries().getFirst());
            double[] accuracies =
                    run.curves().series(Tags.TEST_ACCURACY).points().y();
            assertTrue(
                    accuracies[accuracies.length - 1] > 2 * GUESSING,
                    List.of(entries) + " " + accuracies[accuracies.length - 1]);
        }
    }
}
