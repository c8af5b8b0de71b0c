package dev.lamina.figure;

/** The finite values an axis runs between, low &lt; high. */
public record AxisRange(double low, double high) {
    public AxisRange {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("an axis cannot run from " + low + " to " + high);
        }
    }
}
