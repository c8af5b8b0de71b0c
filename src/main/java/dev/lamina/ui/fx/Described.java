package dev.lamina.ui.fx;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** Controls with words: what they are for, and what their values are called. */
public final class Described {
    private Described() {}

    /** The text of a control's id says what it is for, to the eye and to a screen reader. */
    public static void by(Texts texts, Control control, String id) {
        control.setId(id);
        as(texts, control, id);
    }

    /** The same by a text of another key, for a control that has its id. */
    public static void as(Texts texts, Control control, String key) {
        control.accessibleTextProperty().bind(texts.of(key));
        tip(texts, control, key);
    }

    /** What a control is for, to the eye alone, since it has its name beside it or on it. */
    public static void tip(Texts texts, Control control, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(key));
        control.setTooltip(tip);
    }

    /** Names of the values of a box, in the language as it is now, also where it changes while the box is shown. */
    public static <T> void values(Texts texts, ComboBox<T> box, Function<T, String> name) {
        box.setConverter(converter(name));
        box.setCellFactory(_ -> new NamedCell<>(texts, name));
        box.setButtonCell(new NamedCell<>(texts, name));
    }

    private static final class NamedCell<T> extends ListCell<T> {
        private final Texts texts;
        private final Function<T, String> name;

        NamedCell(Texts texts, Function<T, String> name) {
            this.texts = texts;
            this.name = name;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText(null);
            } else {
                textProperty().bind(Bindings.createStringBinding(() -> name.apply(item), texts.languageProperty()));
            }
        }
    }

    /** Names of values that nobody types. */
    public static <T> StringConverter<T> converter(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
