package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.message.Message;
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
        Message wrong = document.set("training.learningRate", "-1").orElseThrow();
        assertEquals("must be above 0 and at most 1000, is -1", wrong.toString());
        assertEquals("必须大于 0 且不超过 1000，现在是 -1", wrong.text(Language.CHINESE));
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
        ExperimentDocument.TextFault fault = document.setText(text).orElseThrow();
        assertTrue(fault.problem().toString().contains("line " + line + ","), fault.toString());
        assertEquals(line, fault.place().orElseThrow().line());
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
