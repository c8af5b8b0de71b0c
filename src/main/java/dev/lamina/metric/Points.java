package dev.lamina.metric;

/** Points of a curve in drawing order; a y that is NaN or infinite is a gap. The arrays are shared, not copied. */
public record Points(double[] x, double[] y) {
    public Points {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x values for " + y.length + " y values");
        }
    }

    public int size() {
        return x.length;
    }
}
