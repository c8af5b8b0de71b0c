package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Texts;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class LogViewTest {
    @Test
    void linesThatAreSelectedAreCopiedInTheLanguageOfNow() throws Exception {
        FxToolkit.onFx(() -> {
            Texts texts = Texts.in(Language.ENGLISH);
            RunViewModel runs = new RunViewModel(() -> Runs.byBackend(DataLocation.standard(null)), Runnable::run);
            LogView log = new LogView(texts, runs);
            runs.log()
                    .addAll(
                            new TrainingEvent.RunPaused(3),
                            new TrainingEvent.CheckpointWritten(1, 3, "last", "checkpoints/last"),
                            new TrainingEvent.RunResumed(3));
            assertEquals(2, log.getItems().size(), "a checkpoint is not told");
            log.getSelectionModel().selectAll();
            assertEquals(texts.get("log.paused", 3) + "\n" + texts.get("log.resumed", 3), log.selected());
            texts.languageProperty().set(Language.CHINESE);
            log.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
            assertEquals(
                    texts.get("log.paused", 3) + "\n" + texts.get("log.resumed", 3),
                    Clipboard.getSystemClipboard().getString());
            return null;
        });
    }
}
