package dev.lamina.metric;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * One quantity over several runs: where its middle is and how far it spreads.
 *   mean = Σx/n;  sd = √(Σ(x − mean)²/(n − 1));  se = sd/√n;  95 %: mean ± t(0.975, n − 1) se
 *   quartiles: linear between the ordered values at (n − 1)/4, (n − 1)/2 and 3(n − 1)/4
 * Source: Student 1908 for t; Hyndman and Fan 1996, definition 7, for quartiles.
 *
 * @param n how many values it is made of, NaN left out
 * @param low end of the band; NaN where one value tells nothing of a spread
 * @param high its other end
 */
public record Band(BandKind kind, int n, double center, double low, double high) {
    private static final double UPPER = 0.975;

    /** Of values without NaN counted; everything is NaN of none. */
    public static Band of(BandKind kind, double... values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return new Band(kind, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        return switch (kind) {
            case STANDARD_DEVIATION -> around(kind, n, mean, deviation(sorted, mean));
            case STANDARD_ERROR -> around(kind, n, mean, deviation(sorted, mean) / Math.sqrt(n));
            case CONFIDENCE_95 -> around(kind, n, mean, student(n) * deviation(sorted, mean) / Math.sqrt(n));
            case EXTREMES -> new Band(kind, n, mean, sorted[0], sorted[n - 1]);
            case QUARTILES -> new Band(kind, n, quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
        };
    }

    private static Band around(BandKind kind, int n, double mean, double half) {
        return new Band(kind, n, mean, mean - half, mean + half);
    }

    /** NaN of a single value. */
    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length == 1 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private static double student(int n) {
        return n == 1 ? Double.NaN : new TDistribution(n - 1).inverseCumulativeProbability(UPPER);
    }

    private static double quantile(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Half of the band's width. */
    public double half() {
        return (high - low) / 2;
    }
}
