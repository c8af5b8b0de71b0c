package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** A thin line across a panel at one value, with a small label or none (""). */
@JsonTypeName("line")
public record ReferenceLine(Orientation orientation, double value, String label) implements Note {
    public ReferenceLine {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(label + ": a reference line cannot lie at " + value);
        }
    }

    public static ReferenceLine horizontal(double value, String label) {
        return new ReferenceLine(Orientation.HORIZONTAL, value, label);
    }

    public static ReferenceLine vertical(double value, String label) {
        return new ReferenceLine(Orientation.VERTICAL, value, label);
    }
}
