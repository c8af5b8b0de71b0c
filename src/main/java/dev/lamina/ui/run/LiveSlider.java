package dev.lamina.ui.run;

import dev.lamina.metric.Scale;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Slider;

/** A hyperparameter as the place of a thumb, on a linear or logarithmic way; set where the thumb is let go. */
final class LiveSlider extends Slider {
    /**
     * Where a hyperparameter is usually found.
     *
     * @param low also stands for anything smaller
     */
    record Way(double low, double high, Scale scale) {
        double place(double value) {
            double inside = Math.clamp(value, low, high);
            return scale == Scale.LOGARITHMIC ? Math.log10(inside) : inside;
        }

        double value(double place) {
            return scale == Scale.LOGARITHMIC ? Math.pow(10, place) : place;
        }
    }

    private final Way way;
    private boolean following;

    /** @param chosen takes the value that a person sets */
    LiveSlider(Way way, DoubleConsumer chosen) {
        super(way.place(way.low()), way.place(way.high()), way.place(way.low()));
        this.way = way;
        setBlockIncrement((getMax() - getMin()) / 50);
        valueProperty().addListener((_, _, place) -> {
            if (!following && !isValueChanging()) {
                chosen.accept(way.value(place.doubleValue()));
            }
        });
        valueChangingProperty().addListener((_, _, moving) -> {
            if (!moving) {
                chosen.accept(way.value(getValue()));
            }
        });
    }

    /** Shows the value in force, unless a person is just moving the thumb. */
    void follow(OptionalDouble value) {
        if (!isValueChanging() && value.isPresent()) {
            following = true;
            setValue(way.place(value.getAsDouble()));
            following = false;
        }
    }
}
