package dev.lamina.ui.run;

import dev.lamina.ui.chart.ValueScale;
import java.util.Arrays;
import java.util.List;

/** The live charts. */
public enum ChartKind {
    ACCURACY(ValueScale.LINEAR),
    LOSS(ValueScale.LINEAR),
    /** How far a step moves the weights of each layer; its curves are layers, not quantities. */
    UPDATES(ValueScale.LOGARITHMIC),
    LEARNING_RATE(ValueScale.LINEAR),
    THROUGHPUT(ValueScale.LINEAR);

    private final ValueScale scale;

    ChartKind(ValueScale scale) {
        this.scale = scale;
    }

    /** How its left axis is divided to begin with. */
    public ValueScale scale() {
        return scale;
    }

    public List<Quantity> quantities() {
        return Arrays.stream(Quantity.values()).filter(q -> q.chart() == this).toList();
    }

    /** Key of its title. */
    public String textKey() {
        return "chart." + name();
    }
}
