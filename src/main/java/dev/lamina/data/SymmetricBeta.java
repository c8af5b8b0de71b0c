package dev.lamina.data;

import java.util.random.RandomGenerator;

/** The distribution Beta(α, α) on [0, 1], symmetric about 1/2. */
final class SymmetricBeta {
    private SymmetricBeta() {}

    /** g₁ / (g₁ + g₂) of two Gamma(α) variates, by their logarithms, which do not underflow where α is small. */
    static double draw(double alpha, RandomGenerator random) {
        double first = logGamma(alpha, random);
        double second = logGamma(alpha, random);
        return 1 / (1 + Math.exp(second - first));
    }

    /**
     * The logarithm of a Gamma(α) variate: Gamma(α + 1) times U^{1/α}, the former by rejection with
     * d = α + 2/3, c = 1/√(9d): d (1 + c x)³ for a normal x. Source: Marsaglia, Tsang 2000.
     */
    private static double logGamma(double alpha, RandomGenerator random) {
        double d = alpha + 2.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log1p(-random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
                return Math.log(d * v) + Math.log1p(-random.nextDouble()) / alpha;
            }
        }
    }
}
