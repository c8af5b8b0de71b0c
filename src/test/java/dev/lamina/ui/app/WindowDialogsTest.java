package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class WindowDialogsTest {
    @Test
    void aFailureHasNoWordOfTheToolkits() throws Exception {
        for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            WindowDialogs dialogs = new WindowDialogs(texts, () -> null, _ -> {});
            Alert alert = FxToolkit.onFx(() -> dialogs.failure("x.json: is no experiment"));
            assertEquals(texts.get("dialog.failed"), alert.getTitle());
            assertEquals(
                    List.of(texts.get("dialog.close")),
                    alert.getButtonTypes().stream().map(ButtonType::getText).toList());
            assertTrue(alert.getHeaderText() == null, "no header besides the title");
            assertEquals("x.json: is no experiment", alert.getContentText());
        }
    }
}
