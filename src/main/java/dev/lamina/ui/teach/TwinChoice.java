package dev.lamina.ui.teach;

import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;

/** Chooses whether there is one laboratory, or in what two of them differ. */
final class TwinChoice extends ComboBox<TwinPreset> {
    TwinChoice(Texts texts, Consumer<TwinPreset> chosen) {
        Described.by(texts, this, "lab-twin");
        getItems().setAll(TwinPreset.values());
        setValue(TwinPreset.NONE);
        Described.values(texts, this, preset -> texts.get("twin-" + NetworkPane.id(preset)));
        valueProperty().addListener((_, _, preset) -> chosen.accept(preset));
    }
}
