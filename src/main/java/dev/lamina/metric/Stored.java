package dev.lamina.metric;

/**
 * What the numbers of a quantity are.
 * A product of norms is far beyond what a double holds, its logarithm is not; a logarithm that is NaN is a gap.
 */
public enum Stored {
    VALUE,
    LOGARITHM_BASE_10;

    /** Whether the number stands for nothing to be measured there, rather than for a measurement without a result. */
    public boolean absent(double number) {
        return this == LOGARITHM_BASE_10 && Double.isNaN(number);
    }

    /** The number as an axis of the scale has it; NaN where it has no place there. */
    public double on(Scale scale, double number) {
        boolean logarithm = this == LOGARITHM_BASE_10;
        double placed = scale == Scale.LOGARITHMIC
                ? (logarithm ? number : number > 0 ? Math.log10(number) : Double.NaN)
                : logarithm ? Math.pow(10, number) : number;
        return Double.isFinite(placed) ? placed : Double.NaN;
    }
}
