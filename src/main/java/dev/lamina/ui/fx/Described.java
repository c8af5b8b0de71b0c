package dev.lamina.ui.fx;

import java.util.function.Function;
import javafx.scene.control.Control;
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
