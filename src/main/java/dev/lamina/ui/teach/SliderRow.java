package dev.lamina.ui.teach;

import dev.lamina.ui.fx.Texts;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A slider with its name above it, and the number it stands for. */
final class SliderRow extends VBox {
    private final Slider slider;
    private final Label value = new Label();
    private final DoubleFunction<String> words;
    private boolean setting;

    /**
     * @param id of the slider, and key of its name; {@code ID.tip} explains it
     * @param words for what a position stands for
     */
    SliderRow(Texts texts, String id, double least, double greatest, double step, DoubleFunction<String> words) {
        this.words = words;
        this.slider = new Slider(least, greatest, least);
        slider.setId(id);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.getStyleClass().add("small");
        slider.accessibleTextProperty().bind(texts.of(id));
        Label name = new Label();
        name.textProperty().bind(texts.of(id));
        name.setLabelFor(slider);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(id + ".tip"));
        slider.setTooltip(tip);
        value.getStyleClass().add("lab-value");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(new HBox(4, name, space, value), slider);
        slider.valueProperty().addListener((_, _, now) -> value.setText(words.apply(now.doubleValue())));
        value.setText(words.apply(least));
    }

    /** Shows a position; nobody is told. */
    void set(double position) {
        setting = true;
        slider.setValue(position);
        value.setText(words.apply(slider.getValue()));
        setting = false;
    }

    double get() {
        return slider.getValue();
    }

    /** Told whenever a person has moved it, also while the hand is still at it. */
    SliderRow whileMoved(DoubleConsumer action) {
        slider.valueProperty().addListener((_, before, now) -> {
            if (!setting && !before.equals(now)) {
                action.accept(now.doubleValue());
            }
        });
        return this;
    }

    /** Told when a person has moved it and lets go. */
    SliderRow onMoved(DoubleConsumer action) {
        slider.valueProperty().addListener((_, before, now) -> {
            if (!setting && !slider.isValueChanging() && !before.equals(now)) {
                action.accept(now.doubleValue());
            }
        });
        slider.valueChangingProperty().addListener((_, _, moving) -> {
            if (!moving) {
                action.accept(slider.getValue());
            }
        });
        return this;
    }
}
