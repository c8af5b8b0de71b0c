package dev.lamina.ui.run;

import dev.lamina.event.TrainingCommand;
import dev.lamina.ui.fx.Texts;
import java.util.function.DoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/** Learning rate, weight decay and momentum of the run that goes on: Enter sets what was typed from the next step on. */
public final class LiveSettingsPane extends GridPane {
    private final Texts texts;
    private final RunViewModel runs;
    private final Label fault = new Label();

    public LiveSettingsPane(Texts texts, RunViewModel runs) {
        super(8, 6);
        this.texts = texts;
        this.runs = runs;
        getStyleClass().add("live-panel");
        setAlignment(Pos.CENTER_LEFT);
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        Label hint = new Label();
        hint.textProperty().bind(texts.of("live.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        addRow(0, "learningRate", TrainingCommand.SetLearningRate::new);
        addRow(1, "weightDecay", TrainingCommand.SetWeightDecay::new);
        addRow(2, "momentum", TrainingCommand.SetMomentum::new);
        add(hint, 0, 3, 2, 1);
        add(fault, 0, 4, 2, 1);
    }

    private void addRow(int row, String setting, DoubleFunction<TrainingCommand> command) {
        Label name = new Label();
        name.textProperty().bind(texts.of("setting." + setting));
        TextField field = new TextField();
        field.setId("live-" + setting);
        name.setLabelFor(field);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("live.tip"));
        field.setTooltip(tip);
        field.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !runs.stateProperty().get().active(), runs.stateProperty()));
        field.setOnAction(_ -> set(field.getText(), command));
        addRow(row, name, field);
    }

    private void set(String typed, DoubleFunction<TrainingCommand> command) {
        try {
            runs.submit(command.apply(Double.parseDouble(typed.strip())));
            fault.setText("");
        } catch (NumberFormatException _) {
            fault.setText(texts.get("live.noNumber", typed));
        } catch (IllegalArgumentException e) {
            fault.setText(e.getMessage());
        }
    }
}
