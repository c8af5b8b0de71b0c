package dev.lamina.ui.form;

import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.SettingValues;
import dev.lamina.ui.form.SettingRow.Kind;
import dev.lamina.ui.help.WhatIsThis;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One setting of a form: name, control, unit, meaning, range and default, and what is wrong with what was set. */
final class SettingLine {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final SettingControl control;
    private final SettingTarget target;
    private final Vocabulary words;
    private final Label name;
    private final Label unit;
    private final Label meaning;
    private final Label limits;
    private final Label fault = small("", "setting-fault");
    private final @Nullable ActivationCurve curve;
    private SettingRow row;

    SettingLine(SettingRow row, Vocabulary words, SettingTarget target) {
        this.row = row;
        this.target = target;
        this.words = words;
        control = SettingControl.of(row, words, this::set);
        name = small(words.setting(row.component()), "setting-name");
        unit = small(words.unit(row.component()), "setting-unit");
        meaning = small(words.meaning(row.component()), "setting-meaning");
        limits = small(SettingText.limits(row.component(), words), "setting-limits");
        fault.managedProperty().bind(fault.visibleProperty());
        showFault("");
        curve = row.kind() == Kind.TYPE && row.component().getType() == Activation.class
                ? new ActivationCurve(words, activation -> set(SettingValues.json(activation)))
                : null;
        if (curve != null) {
            curve.managedProperty().bind(curve.visibleProperty());
        }
        String explanation = explanation();
        control.inputs().forEach(input -> {
            input.setTooltip(new Tooltip(explanation));
            input.setAccessibleText(name.getText());
            input.setAccessibleHelp(explanation);
            input.setId(row.path().replace('.', '-'));
            input.focusedProperty().addListener(_ -> target.settled());
        });
        name.setLabelFor(control.inputs().getFirst());
        Stream.concat(Stream.of(name, unit, meaning, limits, fault), control.inputs().stream())
                .forEach(part -> WhatIsThis.explain(part, () -> Explanations.of(this.row, words)));
        if (curve != null) {
            WhatIsThis.explain(curve, () -> Explanations.of(this.row, words));
        }
    }

    private static Label small(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    /** Name, meaning, range and default, and the key in files. */
    private String explanation() {
        return Stream.of(name.getText(), meaning.getText(), limits.getText(), row.path())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    SettingRow row() {
        return row;
    }

    SettingControl control() {
        return control;
    }

    Label name() {
        return name;
    }

    Label unit() {
        return unit;
    }

    Label meaning() {
        return meaning;
    }

    Label limits() {
        return limits;
    }

    Label fault() {
        return fault;
    }

    /** The curve of an activation that can be chosen here. */
    Optional<ActivationCurve> curve() {
        return Optional.ofNullable(curve);
    }

    void show(SettingRow next) {
        row = next;
        if (control.show(next)) {
            showFault("");
        }
        if (curve != null) {
            curve.setVisible(next.common().isPresent());
            next.common().ifPresent(activation -> curve.show((Activation) activation));
        }
    }

    private void set(String json) {
        showFault(target.set(row.path(), json).map(words::text).orElse(""));
        if (!typed()) {
            target.settled();
        }
    }

    /** Whether many changes are one gesture, which ends where the field is left. */
    private boolean typed() {
        return row.kind() == Kind.NUMBER || row.kind() == Kind.NUMBERS || row.kind() == Kind.TEXT;
    }

    private void showFault(String text) {
        fault.setText(text);
        fault.setVisible(!text.isEmpty());
        control.inputs().forEach(input -> input.pseudoClassStateChanged(INVALID, !text.isEmpty()));
    }
}
