package dev.lamina.ui.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Control;

/** The control by which a setting is changed. */
sealed interface SettingControl permits ChoiceControl, MembersControl, SwitchControl, TextControl {
    /** What is typed into, ticked or chosen from. */
    List<Control> inputs();

    /** Shows the values and returns whether it did; it does not where a person is just typing. */
    boolean show(SettingRow row);

    /**
     * The control that suits a setting.
     *
     * @param set takes what a person sets, as JSON
     */
    static SettingControl of(SettingRow row, Vocabulary words, Consumer<String> set) {
        return switch (row.kind()) {
            case NUMBER, NUMBERS, TEXT -> new TextControl(row, words, set);
            case SWITCH, PART -> new SwitchControl(row, set);
            case WORD, TYPE -> new ChoiceControl(row, words, set);
            case TYPES -> new MembersControl(row, words, set);
        };
    }
}
