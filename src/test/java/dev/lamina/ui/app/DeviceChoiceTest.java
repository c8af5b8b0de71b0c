package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceChoiceTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsThereHasItsNameAndIsTakenIntoTheConfiguration() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document =
                    ExperimentDocument.unsaved(Template.quickStart().config());
            screen.fx(() -> {
                screen.workbench.show(document);
                ((TabPane) screen.workbench.experimentPane())
                        .getSelectionModel()
                        .select(6);
                return null;
            });
            screen.layout();
            ComboBox<?> box = (ComboBox<?>) screen.find("#device-choice");
            assertEquals("cpu", words(box, box.getValue()));
            screen.fx(() -> {
                box.getOnShowing().handle(null);
                return null;
            });
            screen.layout();
            List<String> words =
                    box.getItems().stream().map(device -> words(box, device)).toList();
            assertTrue(words.stream().anyMatch(text -> text.startsWith("cpu: ") && text.length() > 8), "" + words);
            screen.fx(() -> {
                box.getSelectionModel().select(index(words, "reference"));
                return null;
            });
            assertEquals("reference", document.config().backend().name());
        }
    }

    private static int index(List<String> words, String id) {
        return words.indexOf(
                words.stream().filter(text -> text.startsWith(id)).findFirst().orElseThrow());
    }

    private static <T> String words(ComboBox<T> box, Object device) {
        @SuppressWarnings("unchecked")
        T value = (T) device;
        return box.getConverter().toString(value);
    }
}
