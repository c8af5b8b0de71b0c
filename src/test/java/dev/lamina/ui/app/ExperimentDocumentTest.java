package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.optim.Adam;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentDocumentTest {
    private final ExperimentDocument document =
            ExperimentDocument.unsaved(Template.quickStart().config());

    @TempDir
    private Path folder;

    @Test
    void aSoundValueIsTakenAndMarksTheDocumentChanged() {
        assertEquals(Optional.empty(), document.set("training.learningRate", "0.25"));
        assertEquals(0.25, document.config().training().learningRate());
        assertTrue(document.changedProperty().get());
        document.set("training.learningRate", "0.1");
        assertFalse(document.changedProperty().get(), "back to what was there");
    }

    @Test
    void aValueOutOfRangeIsRefusedInOneLineWithoutItsPath() {
        String wrong = document.set("training.learningRate", "-1").orElseThrow();
        assertFalse(wrong.contains("--set"), wrong);
        assertEquals(1, wrong.lines().count());
        assertEquals(0.1, document.config().training().learningRate());
    }

    @Test
    void anIdAloneChoosesAType() {
        document.set("training.optimizer", "\"adam\"");
        assertTrue(document.config().training().optimizer() instanceof Adam);
    }

    @Test
    void aFaultInTheTextNamesItsLine() {
        String text = document.text().replace("\"batchSize\" : 64", "\"batchSize\" : 0");
        int line =
                (int) text.substring(0, text.indexOf("\"batchSize\"")).lines().count();
        assertTrue(document.setText(text).orElseThrow().contains("line " + line + ","));
        assertEquals(64, document.config().training().batchSize());
    }

    @Test
    void whatIsSavedIsOpenedAgain() {
        document.set("name", "\"renamed\"");
        document.save(folder.resolve("a.json"));
        assertFalse(document.changedProperty().get());
        assertEquals(
                document.config(),
                ExperimentDocument.open(folder.resolve("a.json")).config());
    }

    @Test
    void everyTemplateIsSound() {
        assertEquals(12, Template.all().size());
    }
}
