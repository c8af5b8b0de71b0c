package dev.lamina.ui.teach;

import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Chooses whether there is one laboratory, or in what two of them differ. */
final class TwinChoice extends ComboBox<TwinPreset> {
    TwinChoice(Texts texts, Consumer<TwinPreset> chosen) {
        Described.by(texts, this, "lab-twin");
        getItems().setAll(TwinPreset.values());
        setValue(TwinPreset.NONE);
        setConverter(words(texts));
        // The converter is asked anew only when it is set anew.
        texts.languageProperty().addListener(_ -> setConverter(words(texts)));
        valueProperty().addListener((_, _, preset) -> chosen.accept(preset));
    }

    private static StringConverter<TwinPreset> words(Texts texts) {
        return Described.converter(preset -> texts.get("twin-" + NetworkPane.id(preset)));
    }
}
