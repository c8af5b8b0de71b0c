package dev.lamina.ui.inspector;

import dev.lamina.config.SettingValues;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** A number, a list or a text, read with every key. */
final class TextControl implements SettingControl {
    private final RecordComponent component;
    private final TextField field = new TextField();
    private final Consumer<List<Object>> accept;
    private final Consumer<String> refuse;
    private final String mixed;
    private List<Object> values = List.of();
    private boolean showing;

    TextControl(
            RecordComponent component, Vocabulary vocabulary, Consumer<List<Object>> accept, Consumer<String> refuse) {
        this.component = component;
        this.accept = accept;
        this.refuse = refuse;
        this.mixed = vocabulary.get("form.mixed");
        field.setPrefColumnCount(8);
        field.textProperty().addListener((_, _, typed) -> {
            if (!showing) {
                typed(typed);
            }
        });
    }

    @Override
    public Node node() {
        return field;
    }

    private void typed(String text) {
        if (text.isBlank() && SettingControl.common(values).isEmpty()) {
            return;
        }
        try {
            Object value = SettingValues.read(component, SettingText.json(component, text));
            accept.accept(SettingControl.forAll(values, value));
        } catch (BadInputException e) {
            refuse.accept(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean show(List<Object> next) {
        boolean same = next.equals(values);
        values = next;
        Optional<Object> common = SettingControl.common(next);
        if (field.isFocused() && (same || common.filter(this::isTyped).isPresent())) {
            return false;
        }
        showing = true;
        field.setText(common.map(SettingText::of).orElse(""));
        field.setPromptText(common.isPresent() ? "" : mixed);
        showing = false;
        return true;
    }

    private boolean isTyped(Object value) {
        try {
            return SettingValues.read(component, SettingText.json(component, field.getText()))
                    .equals(value);
        } catch (BadInputException _) {
            return false;
        }
    }
}
