package dev.lamina.ui.teach;

import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A slider over the states that a run can go back to. */
final class Timeline extends HBox {
    private final Slider slider = new Slider(0, 1, 1);
    private final Label first = new Label();
    private final Label last = new Label();
    private List<Long> states = List.of();
    private boolean showing;

    /** @param goBack told the steps of the state that a person wants */
    Timeline(Texts texts, LongConsumer goBack) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("timeline");
        Described.by(texts, slider, "lab-time");
        slider.setBlockIncrement(1);
        slider.getStyleClass().add("small");
        HBox.setHgrow(slider, Priority.ALWAYS);
        first.getStyleClass().add("muted");
        last.getStyleClass().add("muted");
        Label name = new Label();
        name.textProperty().bind(texts.of("lab-time.name"));
        getChildren().addAll(name, first, slider, last);
        slider.valueProperty().addListener((_, _, now) -> {
            int index = (int) Math.round(now.doubleValue());
            if (!showing && index < states.size()) {
                goBack.accept(states.get(index));
            }
        });
    }

    /** Shows where the run stands among its states, unless a hand is at the slider. */
    void show(LabHistory history) {
        if (slider.isValueChanging()) {
            return;
        }
        showing = true;
        states = history.states();
        long step = history.step();
        int index = 0;
        while (index < states.size() - 1 && states.get(index) < step) {
            index++;
        }
        slider.setDisable(states.size() < 2);
        slider.setMax(Math.max(1, states.size() - 1));
        slider.setValue(index);
        first.setText(states.isEmpty() ? "" : number(states.getFirst()));
        last.setText(states.isEmpty() ? "" : number(states.getLast()));
        showing = false;
    }

    private static String number(long step) {
        return String.format(Locale.ROOT, "%,d", step);
    }
}
