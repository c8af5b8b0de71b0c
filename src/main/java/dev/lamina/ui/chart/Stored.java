package dev.lamina.ui.chart;

/** What the numbers of a curve are. A product of norms is far beyond what a double holds, its logarithm is not. */
public enum Stored {
    VALUE,
    LOGARITHM_BASE_10;

    /** The number as an axis of the scale has it; NaN where it has no place there. */
    double on(ValueScale scale, double number) {
        boolean logarithm = this == LOGARITHM_BASE_10;
        double placed = scale == ValueScale.LOGARITHMIC
                ? (logarithm ? number : number > 0 ? Math.log10(number) : Double.NaN)
                : logarithm ? Math.pow(10, number) : number;
        return Double.isFinite(placed) ? placed : Double.NaN;
    }
}
