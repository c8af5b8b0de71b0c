package dev.lamina.ui.inspector;

import dev.lamina.config.SettingValues;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** One of a few constants. */
final class EnumControl implements SettingControl {
    private final ComboBox<Object> box = new ComboBox<>();
    private List<Object> values = List.of();
    private boolean showing;

    EnumControl(RecordComponent component, Vocabulary vocabulary, Consumer<List<Object>> accept) {
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll((Object[]) component.getType().getEnumConstants());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Object constant) {
                return constant == null
                        ? ""
                        : vocabulary.constant(SettingValues.json(constant).replace("\"", ""));
            }

            @Override
            public Object fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        box.setOnAction(_ -> {
            if (!showing && box.getValue() != null) {
                accept.accept(SettingControl.forAll(values, box.getValue()));
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public boolean show(List<Object> next) {
        values = next;
        showing = true;
        box.setValue(SettingControl.common(next).orElse(null));
        showing = false;
        return true;
    }
}
