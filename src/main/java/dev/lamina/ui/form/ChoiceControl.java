package dev.lamina.ui.form;

import dev.lamina.ui.form.SettingRow.Kind;
import dev.lamina.ui.form.SettingRow.Presence;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of some words, or of some types. */
final class ChoiceControl implements SettingControl {
    /** The choice of leaving a setting out. */
    private static final String NOT_SET = "";

    private final ComboBox<@Nullable String> box = new ComboBox<>();
    private final Vocabulary words;
    private boolean showing;

    ChoiceControl(SettingRow row, Vocabulary words, Consumer<String> set) {
        this.words = words;
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(row.options());
        if (row.presence() == Presence.OPTIONAL) {
            box.getItems().addFirst(NOT_SET);
        }
        box.setConverter(new StringConverter<@Nullable String>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null ? "" : name(row, id);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        box.setOnAction(_ -> {
            String id = box.getValue();
            if (!showing && id != null) {
                set.accept(json(row, id));
            }
        });
    }

    private String name(SettingRow row, String id) {
        if (id.equals(NOT_SET)) {
            return words.get("form.notSet");
        }
        return row.kind() == Kind.TYPE ? words.type(id) : words.constant(id);
    }

    private static String json(SettingRow row, String id) {
        if (id.equals(NOT_SET)) {
            return "null";
        }
        return row.kind() == Kind.TYPE ? StartValues.json(row.component().getType(), id) : Typed.quoted(id);
    }

    @Override
    public List<Control> inputs() {
        return List.of(box);
    }

    @Override
    public boolean show(SettingRow row) {
        showing = true;
        boolean differ = row.text().isEmpty() && row.values().stream().anyMatch(value -> value != null);
        box.setPromptText(differ ? words.get("form.mixed") : words.get("form.notSet"));
        box.setValue(row.text().orElse(null));
        showing = false;
        return true;
    }
}
