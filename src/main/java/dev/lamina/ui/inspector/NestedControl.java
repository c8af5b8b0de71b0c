package dev.lamina.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The settings of a record within a record. */
final class NestedControl implements SettingControl {
    private final Region place = new Region();
    private final SettingForm form;

    NestedControl(Vocabulary vocabulary, Consumer<List<Object>> accept) {
        form = new SettingForm(vocabulary, (records, _) -> accept.accept(List.copyOf(records)));
        form.getStyleClass().add("nested-form");
    }

    @Override
    public Node node() {
        return place;
    }

    @Override
    public Optional<Node> below() {
        return Optional.of(form);
    }

    @Override
    public boolean show(List<Object> values) {
        form.show(values.stream().map(Record.class::cast).toList());
        return true;
    }
}
