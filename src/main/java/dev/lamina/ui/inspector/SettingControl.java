package dev.lamina.ui.inspector;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** The control by which one setting of several records is changed. */
interface SettingControl {
    /** Where the value is typed or chosen. */
    Node node();

    /** What unfolds below it, such as the settings of what was chosen. */
    default Optional<Node> below() {
        return Optional.empty();
    }

    /** Shows the records' values and returns whether it did; it does not where a person is typing one of them. */
    boolean show(List<Object> values);

    /** The control that suits the type of a component. */
    static SettingControl of(
            RecordComponent component, Vocabulary vocabulary, Consumer<List<Object>> accept, Consumer<String> refuse) {
        Class<?> type = component.getType();
        if (type == boolean.class || type == Boolean.class) {
            return new SwitchControl(accept);
        }
        if (type.isEnum()) {
            return new EnumControl(component, vocabulary, accept);
        }
        if (type.isSealed()) {
            return new ChoiceControl(component, vocabulary, accept);
        }
        return type.isRecord()
                ? new NestedControl(vocabulary, accept)
                : new TextControl(component, vocabulary, accept, refuse);
    }

    /** The one value that all have. */
    static Optional<Object> common(List<Object> values) {
        return values.stream().distinct().count() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The value for each of as many records as there are. */
    static List<Object> forAll(List<Object> old, Object value) {
        return old.stream().map(_ -> value).toList();
    }
}
