package dev.lamina.backend.cases;

/**
 * What the rounding error of each element of a result is measured by. An element is a sum of {@code terms} products t:
 * {@code absolute} is Σ|t| and {@code quadratic} √Σt², element by element.
 */
public record RoundingError(double terms, double[] absolute, double[] quadratic) {
    /** A result that no rounding touches. */
    static RoundingError none(int size) {
        return new RoundingError(1, new double[size], new double[size]);
    }

    /** A result of a few operations on one element, whose largest operand has the given magnitude. */
    static RoundingError elementwise(double terms, double[] magnitude) {
        return new RoundingError(terms, magnitude, magnitude);
    }
}
