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
        control.accessibleTextProperty().bind(texts.of(id));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(id));
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
