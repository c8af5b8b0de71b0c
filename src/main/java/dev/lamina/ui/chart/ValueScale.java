package dev.lamina.ui.chart;

/** How an axis divides its values. */
public enum ValueScale {
    LINEAR,
    LOGARITHMIC;

    public ValueScale other() {
        return this == LINEAR ? LOGARITHMIC : LINEAR;
    }
}
