package dev.lamina.ui.chart;

/**
 * One entry of a chart's legend, which switches its curves on and off.
 *
 * @param quantity as in {@link Curve#quantity}
 * @param textKey of its name
 */
public record Legend(String quantity, String textKey, int color, Presence presence) {
    /** When the entry is there. */
    public enum Presence {
        ALWAYS,
        /** As soon as there is a curve of it. */
        WITH_DATA
    }
}
