package dev.lamina.reproduce;

import java.util.Arrays;
import java.util.Optional;

/** The middle and the extremes of a quantity over several runs; the median of an even number is the mean of two. */
public record Spread(double median, double min, double max, int count) {
    /** Nothing of nothing. */
    static Optional<Spread> of(double... values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return Optional.of(new Spread(median, sorted[0], sorted[n - 1], n));
    }
}
