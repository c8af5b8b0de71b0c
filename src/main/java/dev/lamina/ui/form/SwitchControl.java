package dev.lamina.ui.form;

import dev.lamina.ui.form.SettingRow.Kind;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;

/** Yes or no, or a part that is there or not; neither where the records differ. */
final class SwitchControl implements SettingControl {
    private final CheckBox box = new CheckBox();

    SwitchControl(SettingRow row, Consumer<String> set) {
        box.setOnAction(_ -> set.accept(
                row.kind() == Kind.PART
                        ? (box.isSelected() ? part(row.name()) : "null")
                        : String.valueOf(box.isSelected())));
    }

    /** The JSON that switches a part on: its defaults, or where it has none for all a sound value. */
    private static String part(String name) {
        return name.equals("validation") ? "{\"fraction\": 0.1}" : "{}";
    }

    @Override
    public List<Control> inputs() {
        return List.of(box);
    }

    @Override
    public boolean show(SettingRow row) {
        box.setIndeterminate(row.kind() == Kind.SWITCH && row.mixed());
        box.setSelected(row.text().filter("true"::equals).isPresent());
        return true;
    }
}
