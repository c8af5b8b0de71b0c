package dev.lamina.ui.inspector;

import dev.lamina.nn.activation.Activation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One setting: its name, a control, its unit, range, default and meaning, and what is wrong with what was typed. */
final class SettingRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final SettingControl control;
    private final Label fault = new Label();
    private final Consumer<List<Object>> changed;

    SettingRow(RecordComponent component, Vocabulary vocabulary, Consumer<List<Object>> changed) {
        this.changed = changed;
        getStyleClass().add("setting-row");
        setId("setting-" + component.getName());
        control = SettingControl.of(component, vocabulary, this::accept, this::refuse);
        Label name = new Label(vocabulary.setting(component.getName()));
        name.getStyleClass().add("setting-name");
        name.setLabelFor(control.node());
        Label unit = new Label(vocabulary.unit(component));
        unit.getStyleClass().add("setting-unit");
        Node editor = control.node();
        editor.setAccessibleText(name.getText());
        String meaning = vocabulary.meaning(component);
        Tooltip.install(editor, new Tooltip(meaning.isEmpty() ? name.getText() : meaning));
        HBox line = new HBox(8, name, editor);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(editor, Priority.ALWAYS);
        if (!unit.getText().isEmpty()) {
            line.getChildren().add(unit);
        }
        fault.getStyleClass().add("setting-fault");
        fault.setWrapText(true);
        showFault("");
        getChildren().addAll(line, fault, small(meaning), small(limits(component, vocabulary)));
        getChildren()
                .removeIf(child -> child instanceof Label label
                        && label != fault
                        && label.getText().isEmpty());
        control.below().ifPresent(getChildren()::add);
    }

    private static String limits(RecordComponent component, Vocabulary vocabulary) {
        List<String> parts = new ArrayList<>();
        if (!SettingText.range(component).isEmpty()) {
            parts.add(SettingText.range(component));
        }
        boolean simple = !component.getType().isSealed() && !component.getType().isRecord();
        if (simple && !Activation.class.isAssignableFrom(component.getType())) {
            SettingText.defaultOf(component).ifPresent(text -> parts.add(vocabulary.get("form.default", text)));
        }
        return String.join("   ·   ", parts);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("setting-meaning");
        label.setWrapText(true);
        return label;
    }

    void show(List<Object> values) {
        if (control.show(values)) {
            showFault("");
        }
    }

    private void accept(List<Object> values) {
        try {
            showFault("");
            changed.accept(values);
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String reason) {
        showFault(reason);
    }

    private void showFault(String text) {
        fault.setText(text);
        fault.setVisible(!text.isEmpty());
        fault.setManaged(!text.isEmpty());
        control.node().pseudoClassStateChanged(INVALID, !text.isEmpty());
    }
}
