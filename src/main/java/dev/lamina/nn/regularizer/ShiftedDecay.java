package dev.lamina.nn.regularizer;

/**
 * The ε-shifted L2 regularizer of weights W [m, n] whose norm a constraint takes away, so that nothing else would keep
 * them from vanishing or growing without end:
 *   gradient += λ ((1 − ε/std_j)(W_j − mean_j) + mean_j),   mean_j and std_j those of row j (dividing by n)
 * It is the gradient of ½λn Σ_j ((std_j − ε)² + mean_j²): rows are drawn to mean 0 and standard deviation ε. Source: Li,
 * Chen, Yang, section on the equal-norm constraint. Where std_j = 0 all W_j − mean_j are 0 as well and λ mean_j is left.
 * Worked example: W_j = [1, 3], ε = 0.5, λ = 0.1: 0.1 · (0.5 · [−1, 1] + 2) = [0.15, 0.25].
 *
 * @param lambda λ
 * @param epsilon ε
 */
public record ShiftedDecay(double lambda, double epsilon) {
    /** What is added to the gradient. */
    public double[] gradient(double[] w, int rows) {
        double[] gradient = new double[w.length];
        int length = w.length / rows;
        for (int from = 0; from < w.length; from += length) {
            double mean = 0;
            for (int i = from; i < from + length; i++) {
                mean += w[i] / length;
            }
            double variance = 0;
            for (int i = from; i < from + length; i++) {
                variance += (w[i] - mean) * (w[i] - mean) / length;
            }
            double factor = variance == 0 ? 0 : 1 - epsilon / Math.sqrt(variance);
            for (int i = from; i < from + length; i++) {
                gradient[i] = lambda * (factor * (w[i] - mean) + mean);
            }
        }
        return gradient;
    }
}
