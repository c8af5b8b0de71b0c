package dev.lamina.backend.cases;

/**
 * What the rounding error of each element of a result is measured by. An element is a sum of {@code terms} products t:
 * {@code absolute} is Σ|t| and {@code quadratic} √Σt², element by element.
 *
 * @param factors what at most multiplies a number in an element that may have been too small for a float32; 0 where there is none
 * @param format what a session in bf16 keeps the result in
 */
public record RoundingError(double terms, double[] absolute, double[] quadratic, double[] factors, Format format) {
    /** Parameters, statistics and losses stay in float32; feature maps and gradients are in the session's precision. */
    public enum Format {
        SESSION_PRECISION,
        FLOAT32
    }

    RoundingError(double terms, double[] absolute, double[] quadratic) {
        this(terms, absolute, quadratic, new double[absolute.length], Format.SESSION_PRECISION);
    }

    /** A result that no rounding touches. */
    static RoundingError none(int size) {
        return new RoundingError(1, new double[size], new double[size]);
    }

    /** A result of a few operations on one element, whose largest operand has the given magnitude. */
    static RoundingError elementwise(double terms, double[] magnitude) {
        return new RoundingError(terms, magnitude, magnitude);
    }

    /** The same for a parameter, a statistic or a loss. */
    static RoundingError inFloat32(double terms, double[] magnitude) {
        return new RoundingError(terms, magnitude, magnitude, new double[magnitude.length], Format.FLOAT32);
    }

    RoundingError withFactors(double[] factors) {
        return new RoundingError(terms, absolute, quadratic, factors, format);
    }
}
