package dev.lamina.ui.form;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.ActivationParameter;
import dev.lamina.setting.Records;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A point of an activation's curve by which one of its numbers is dragged. Whichever numbers bend the curve get one, so a
 * new activation has its handles without a word about them.
 *
 * @param component the number it changes
 * @param y where on the curve it sits
 */
record CurveHandle(RecordComponent component, double y) {
    /** Where the handles of the first, the second, … number sit. */
    private static final double[] PLACES = {-3, -0.8, -1.8, 1.5, 2.5};

    private static final double REACH = 5;
    private static final int STEPS = 2000;

    /** Those of an activation's numbers that change its value somewhere. */
    static List<CurveHandle> of(Activation activation) {
        List<CurveHandle> handles = new ArrayList<>();
        for (RecordComponent component : Records.components(activation.getClass())) {
            if (component.getType() == double.class && handles.size() < PLACES.length) {
                CurveHandle handle = new CurveHandle(component, PLACES[handles.size()]);
                if (handle.bends(activation)) {
                    handles.add(handle);
                }
            }
        }
        return handles;
    }

    /** f(y) for the values before training. */
    static double value(Activation activation, double y) {
        return activation.value(y, parameters(activation));
    }

    /** ∂f/∂y for the values before training. */
    static double derivative(Activation activation, double y) {
        return activation.derivative(y, parameters(activation));
    }

    private static double[] parameters(Activation activation) {
        return activation.parameters().stream()
                .mapToDouble(ActivationParameter::initialValue)
                .toArray();
    }

    /** The activation whose curve passes the handle nearest to a height. */
    Activation draggedTo(Activation activation, double height) {
        Setting setting = component.getAnnotation(Setting.class);
        double least = setting == null ? -REACH : Math.max(setting.min(), -REACH);
        double most = setting == null ? REACH : Math.min(setting.max(), REACH);
        Activation best = activation;
        double distance = Math.abs(value(activation, y) - height);
        for (int i = 0; i <= STEPS; i++) {
            double candidate = Math.rint((least + (most - least) * i / STEPS) * 100) / 100;
            if (candidate >= least && candidate <= most) {
                Activation tried = with(activation, candidate);
                double off = Math.abs(value(tried, y) - height);
                if (off < distance) {
                    distance = off;
                    best = tried;
                }
            }
        }
        return best;
    }

    private boolean bends(Activation activation) {
        double value = (double) java.util.Objects.requireNonNull(Records.value((Record) activation, component));
        try {
            return value(with(activation, value + 0.125), y) != value(activation, y);
        } catch (BadInputException _) {
            return false;
        }
    }

    private Activation with(Activation activation, double number) {
        return (Activation) Records.with((Record) activation, component.getName(), number);
    }
}
