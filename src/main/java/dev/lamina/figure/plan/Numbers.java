package dev.lamina.figure.plan;

import dev.lamina.figure.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** Numbers of a table, and what several of them come to. */
final class Numbers {
    private static final double UPPER = 0.975;

    private Numbers() {}

    /** A text as a number, null where it is none. */
    static @Nullable Double parsed(String text) {
        if (text.isEmpty() || !isNumeric(text.charAt(text.length() - 1))) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** The last letter of a number, NaN and Infinity too; "1d" and "1f" are none. */
    private static boolean isNumeric(char last) {
        return (last >= '0' && last <= '9') || last == '.' || last == 'N' || last == 'y';
    }

    /** What lies around a mean. */
    record Summary(double mean, double low, double high, int n) {}

    /** Of values in any order: sorted first, so that the sum does not hang on where runs lie. */
    static Summary summary(List<Double> values, Optional<Spread.Kind> kind) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        int n = sorted.length;
        double mean = n == 1 ? sorted[0] : Arrays.stream(sorted).sum() / n;
        if (kind.isEmpty() || n < 2) {
            return new Summary(mean, mean, mean, n);
        }
        double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (n - 1));
        double around = switch (kind.get()) {
            case STANDARD_DEVIATION -> deviation;
            case STANDARD_ERROR -> deviation / Math.sqrt(n);
            case CONFIDENCE_95 ->
                new TDistribution(null, n - 1).inverseCumulativeProbability(UPPER) * deviation / Math.sqrt(n);
            case RANGE -> 0;
        };
        return kind.get() == Spread.Kind.RANGE
                ? new Summary(mean, sorted[0], sorted[n - 1], n)
                : new Summary(mean, mean - around, mean + around, n);
    }
}
