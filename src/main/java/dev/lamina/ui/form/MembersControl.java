package dev.lamina.ui.form;

import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.RecordModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;

/** Any of some types, each ticked or not. */
final class MembersControl implements SettingControl {
    private final List<Control> boxes = new ArrayList<>();
    private SettingRow row;

    MembersControl(SettingRow first, Vocabulary words, Consumer<String> set) {
        row = first;
        Class<?> sealed = RecordModel.raw(RecordModel.element(first.component().getGenericType()));
        for (String id : first.options()) {
            CheckBox box = new CheckBox(words.type(id));
            box.setUserData(id);
            box.setOnAction(_ -> set.accept(toggled(members(row), sealed, id)));
            boxes.add(box);
        }
    }

    private static List<?> members(SettingRow row) {
        return row.common().orElse(List.of()) instanceof List<?> list ? list : List.of();
    }

    /** The list with one more type, or one less. */
    private static String toggled(List<?> list, Class<?> sealed, String id) {
        List<String> parts = new ArrayList<>();
        boolean there = false;
        for (Object part : list) {
            if (SettingText.id(part).equals(id)) {
                there = true;
            } else {
                parts.add(RecordFiles.write((Record) part).strip());
            }
        }
        if (!there) {
            parts.add(StartValues.json(sealed, id));
        }
        return "[" + String.join(", ", parts) + "]";
    }

    @Override
    public List<Control> inputs() {
        return boxes;
    }

    @Override
    public boolean show(SettingRow next) {
        row = next;
        List<String> there = members(next).stream().map(SettingText::id).toList();
        for (Control control : boxes) {
            CheckBox box = (CheckBox) control;
            box.setIndeterminate(next.mixed());
            box.setSelected(there.contains(String.valueOf(box.getUserData())));
        }
        return true;
    }
}
