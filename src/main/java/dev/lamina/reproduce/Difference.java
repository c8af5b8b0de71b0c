package dev.lamina.reproduce;

import java.util.Arrays;
import java.util.Optional;

/**
 * A difference measured with several seeds: d̄ = (1/n) Σ d_i and its standard error s/√n, s² = Σ (d_i − d̄)² / (n − 1).
 * Worked example: differences 1, 2, 3 have mean 2 and standard error 0.577.
 *
 * @param mean of the differences, in the quantity's unit
 * @param standardError 0 of what no seed changes, empty of one seed
 * @param seeds that were compared; 0 of what no seed changes
 */
public record Difference(double mean, Optional<Double> standardError, int seeds) {
    /** Of what comes out the same with every seed. */
    static Difference exact(double value) {
        return new Difference(value, Optional.of(0.0), 0);
    }

    /** @param differences one for each seed, at least one */
    static Difference of(double... differences) {
        int n = differences.length;
        double mean = Arrays.stream(differences).average().orElseThrow();
        double squares =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        return new Difference(mean, n == 1 ? Optional.empty() : Optional.of(Math.sqrt(squares / (n - 1) / n)), n);
    }

    Difference negated() {
        return new Difference(-mean, standardError, seeds);
    }

    /** Whether it is larger than its standard error; never with one seed, or where a value is not finite. */
    boolean isDecided() {
        return Double.isFinite(mean)
                && standardError.filter(error -> Math.abs(mean) > error).isPresent();
    }
}
