package dev.lamina.ui.form;

import dev.lamina.config.RecordModel;
import dev.lamina.ui.fx.Texts;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The control of one setting with its name, its meaning, and what is wrong with what was typed. */
final class SettingControl {
    private static final double INDENT = 18;

    /** The choice of leaving a setting out. */
    private static final String NOT_SET = "–";

    private final Texts texts;
    private final SettingTarget target;
    private final Label fault = new Label();
    private final List<Control> inputs = new ArrayList<>();
    private SettingRow row;
    private boolean showing;

    private SettingControl(Texts texts, SettingRow row, SettingTarget target) {
        this.texts = texts;
        this.row = row;
        this.target = target;
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
    }

    /** @param values finds the value that a path has now */
    static SettingControl of(
            Texts texts, SettingRow row, SettingTarget target, Function<String, @Nullable Object> values) {
        SettingControl control = new SettingControl(texts, row, target);
        switch (row.kind()) {
            case NUMBER, NUMBERS, TEXT -> control.addField();
            case SWITCH, PART -> control.addSwitch();
            case WORD -> control.addChoice(Typed::quoted);
            case TYPE -> control.addChoice(id -> TypeChoice.json(sealedAt(row.path(), values), id));
            case TYPES -> row.options().forEach(id -> control.addMember(id, values));
        }
        control.inputs.forEach(input -> {
            input.setTooltip(new Tooltip(SettingNames.explanation(texts, row)));
            input.setId(row.path().replace('.', '-'));
        });
        return control;
    }

    SettingRow row() {
        return row;
    }

    List<Control> inputs() {
        return inputs;
    }

    String faultText() {
        return fault.isVisible() ? fault.getText() : "";
    }

    void addTo(GridPane grid, int line) {
        Label name = new Label(SettingNames.label(texts, row));
        name.setPadding(new Insets(4, 0, 0, INDENT * row.depth()));
        if (!inputs.isEmpty()) {
            name.setLabelFor(inputs.getFirst());
        }
        Label unit = new Label(SettingNames.unit(texts, row));
        unit.getStyleClass().add("unit");
        HBox control = new HBox(8);
        control.setAlignment(Pos.CENTER_LEFT);
        control.getChildren().addAll(inputs);
        control.getChildren().add(unit);
        Label meaning = new Label(SettingNames.meaning(texts, row));
        meaning.getStyleClass().add("meaning");
        meaning.setWrapText(true);
        meaning.setPadding(new Insets(6, 0, 0, 0));
        VBox text = new VBox(2, meaning, fault);
        grid.addRow(line, top(name), control, text);
    }

    private static Node top(Label label) {
        VBox box = new VBox(label);
        box.setMinWidth(150);
        return box;
    }

    private void addField() {
        TextField field = new TextField(text(row));
        field.setPrefColumnCount(row.kind() == SettingRow.Kind.NUMBER ? 9 : 16);
        if (row.optional() == SettingRow.Presence.OPTIONAL) {
            field.setPromptText(texts.get("form.notSet"));
        }
        field.textProperty().addListener((_, _, typed) -> set(Typed.json(row, typed)));
        // Leaving a field shows what holds, whatever was typed last.
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && faultText().isEmpty()) {
                show(row);
            }
        });
        inputs.add(field);
    }

    private void addSwitch() {
        CheckBox box = new CheckBox();
        box.setSelected("true".equals(row.value()));
        box.selectedProperty()
                .addListener((_, _, on) -> set(
                        row.kind() == SettingRow.Kind.PART
                                ? (on ? TypeChoice.part(row.name()) : "null")
                                : String.valueOf(on)));
        inputs.add(box);
    }

    private void addChoice(Function<String, String> json) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(row.options());
        if (row.optional() == SettingRow.Presence.OPTIONAL) {
            box.getItems().addFirst(NOT_SET);
            box.setPromptText(texts.get("form.notSet"));
        }
        box.setValue(row.value());
        box.valueProperty().addListener((_, _, id) -> {
            if (id != null && !showing) {
                set(id.equals(NOT_SET) ? "null" : json.apply(id));
            }
        });
        inputs.add(box);
    }

    private void addMember(String id, Function<String, @Nullable Object> values) {
        CheckBox box = new CheckBox(id);
        box.setSelected(members(row).contains(id));
        box.selectedProperty().addListener(_ -> {
            if (!showing && values.apply(row.path()) instanceof List<?> list) {
                set(TypeChoice.toggled(list, sealedAt(row.path(), values), id));
            }
        });
        inputs.add(box);
    }

    private void set(String json) {
        if (showing) {
            return;
        }
        Optional<String> wrong = target.set(row.path(), json);
        fault.setText(wrong.orElse(""));
        fault.setVisible(wrong.isPresent());
        inputs.forEach(input -> {
            input.getStyleClass().remove("field-fault");
            wrong.ifPresent(_ -> input.getStyleClass().add("field-fault"));
        });
    }

    /** Shows what holds, unless the person is just typing. */
    void show(SettingRow changed) {
        row = changed;
        showing = true;
        for (Control input : inputs) {
            if (input instanceof TextField field && !field.isFocused()) {
                field.setText(text(changed));
                fault.setVisible(false);
                field.getStyleClass().remove("field-fault");
            } else if (input instanceof CheckBox box) {
                box.setSelected(
                        changed.kind() == SettingRow.Kind.TYPES
                                ? members(changed).contains(box.getText())
                                : "true".equals(changed.value()));
            } else if (input instanceof ComboBox<?> box) {
                select(box, changed.value());
            }
        }
        showing = false;
    }

    @SuppressWarnings("unchecked")
    private static void select(ComboBox<?> box, @Nullable String value) {
        ((ComboBox<@Nullable String>) box).setValue(value);
    }

    private static List<String> members(SettingRow row) {
        return row.value() == null ? List.of() : List.of(row.value().split(","));
    }

    private static String text(SettingRow row) {
        return row.value() == null ? "" : row.value();
    }

    /** The sealed interface of what stands at a path, found from the record that holds it. */
    private static Class<?> sealedAt(String path, Function<String, @Nullable Object> values) {
        int dot = path.lastIndexOf('.');
        Object holder = values.apply(dot < 0 ? "" : path.substring(0, dot));
        if (holder != null) {
            for (RecordComponent component : holder.getClass().getRecordComponents()) {
                if (component.getName().equals(path.substring(dot + 1))) {
                    Class<?> raw = RecordModel.raw(component.getGenericType());
                    return raw.isSealed() ? raw : RecordModel.raw(RecordModel.element(component.getGenericType()));
                }
            }
        }
        throw new IllegalArgumentException("nothing to choose at " + path);
    }
}
