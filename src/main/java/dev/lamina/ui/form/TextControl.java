package dev.lamina.ui.form;

import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.form.SettingRow.Presence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A number, a list or a text, read with every key. */
final class TextControl implements SettingControl {
    private static final int NUMBER_COLUMNS = 9;
    private static final int TEXT_COLUMNS = 16;

    private final TextField field = new TextField();
    private final Vocabulary words;
    private SettingRow row;
    private boolean showing;

    TextControl(SettingRow row, Vocabulary words, Consumer<String> set) {
        this.row = row;
        this.words = words;
        field.setPrefColumnCount(row.kind() == SettingRow.Kind.NUMBER ? NUMBER_COLUMNS : TEXT_COLUMNS);
        field.textProperty().addListener((_, _, typed) -> {
            if (!showing && !(typed.isBlank() && this.row.mixed())) {
                set.accept(Typed.json(this.row, typed));
            }
        });
        // Undo is the document's: a field that took back its own text would make a step of that.
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y)) {
                event.consume();
                Optional.ofNullable(field.getParent())
                        .ifPresent(parent -> parent.fireEvent(event.copyFor(parent, parent)));
            }
        });
    }

    @Override
    public List<Control> inputs() {
        return List.of(field);
    }

    @Override
    public boolean show(SettingRow next) {
        boolean same = next.values().equals(row.values());
        row = next;
        if (field.isFocused() && (same || isTyped(next))) {
            return false;
        }
        showing = true;
        field.setText(next.text().orElse(""));
        field.setPromptText(
                next.mixed()
                        ? words.get("form.mixed")
                        : next.presence() == Presence.OPTIONAL ? words.get("form.notSet") : "");
        showing = false;
        return true;
    }

    private boolean isTyped(SettingRow shown) {
        try {
            String json = Typed.json(shown, field.getText());
            return json.equals("null")
                    ? shown.common().isEmpty()
                    : shown.common().equals(Optional.of(SettingValues.read(shown.component(), json)));
        } catch (BadInputException _) {
            return false;
        }
    }
}
