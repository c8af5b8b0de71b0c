package dev.lamina.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** Yes or no; neither where the records differ. */
final class SwitchControl implements SettingControl {
    private final CheckBox box = new CheckBox();
    private List<Object> values = List.of();

    SwitchControl(Consumer<List<Object>> accept) {
        box.setOnAction(_ -> accept.accept(SettingControl.forAll(values, box.isSelected())));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean show(List<Object> next) {
        values = next;
        box.setIndeterminate(SettingControl.common(next).isEmpty());
        box.setSelected(Boolean.TRUE.equals(next.getFirst()));
        return true;
    }
}
