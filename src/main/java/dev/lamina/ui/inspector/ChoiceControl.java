package dev.lamina.ui.inspector;

import dev.lamina.config.SettingValues;
import dev.lamina.nn.activation.Activation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of the records that a sealed type permits, with its settings below; of an activation the curve too. */
final class ChoiceControl implements SettingControl {
    private final ComboBox<SettingValues.@Nullable Choice> box = new ComboBox<>();
    private final SettingForm form;
    private final ActivationCurve curve;
    private final VBox below = new VBox();
    private List<Object> values = List.of();
    private boolean showing;

    ChoiceControl(RecordComponent component, Vocabulary vocabulary, Consumer<List<Object>> accept) {
        form = new SettingForm(vocabulary, (records, _) -> accept.accept(List.copyOf(records)));
        curve = new ActivationCurve(vocabulary, activation -> accept.accept(SettingControl.forAll(values, activation)));
        form.getStyleClass().add("nested-form");
        below.getStyleClass().add("choice-settings");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(SettingValues.choices(component.getType()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(SettingValues.@Nullable Choice choice) {
                return choice == null ? "" : vocabulary.type(choice.id());
            }

            @Override
            public SettingValues.Choice fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        box.setOnAction(_ -> {
            SettingValues.Choice chosen = box.getValue();
            if (!showing && chosen != null) {
                List<Object> made = SettingControl.forAll(values, StartValues.of(chosen.type()));
                show(made);
                accept.accept(made);
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Optional<Node> below() {
        return Optional.of(below);
    }

    @Override
    public boolean show(List<Object> next) {
        values = next;
        boolean oneType = next.stream().map(Object::getClass).distinct().count() == 1;
        showing = true;
        box.setValue(
                oneType
                        ? box.getItems().stream()
                                .filter(choice -> choice != null
                                        && choice.type() == next.getFirst().getClass())
                                .findFirst()
                                .orElse(null)
                        : null);
        showing = false;
        below.getChildren().clear();
        if (oneType) {
            form.show(next.stream().map(Record.class::cast).toList());
            if (next.getFirst() instanceof Activation activation
                    && SettingControl.common(next).isPresent()) {
                curve.show(activation);
                below.getChildren().add(curve);
            }
            below.getChildren().add(form);
        }
        return true;
    }
}
