package dev.lamina.nn.regularizer;

import dev.lamina.setting.Setting;

/**
 * The equal-norm constraint (ENC): a layer computes with Ŵ, made of its trained weights W so that ‖Ŵ‖_F² = α.
 *   u = W, or W less its mean;  Ŵ = s u / ‖u‖,  s = √(α/m) for each of m rows, √α for a whole layer
 *   dW = s/‖u‖ (g − (Ŵ·g / s²) Ŵ),  g = dŴ, or dŴ less its mean
 * Source: Li, Chen, Yang, eq. 20 to 23, see {@link EqualNormForm}; the gradient is the chain rule. A row (or layer) with
 * ‖u‖ = 0 has no direction: it stays Ŵ = 0 with gradient 0. The shifted decay stands for plain weight decay on W.
 * Shapes: W, Ŵ and their gradients [m, n] row-major, n = input channels / groups · kernel area.
 * Worked example: W = [3, 4] in one row, α = 1: "rows" gives [0.6, 0.8], "centered-rows" [−1/√2, 1/√2].
 */
public record EqualNorm(
        @Setting(
                defaultValue = "\"centered-rows\"",
                meaning = "what has the norm: layer, rows (output channels), or these less their mean")
        EqualNormForm type,

        @Setting(
                defaultValue = "1.0",
                min = 0,
                minExclusive = true,
                max = 1e6,
                meaning = "squared Frobenius norm α of every constrained layer")
        double alpha,

        @Setting(
                defaultValue = "1e-4",
                min = 0,
                max = 1000,
                meaning = "λ of the shifted decay of constrained layers; training.weightDecay acts on the others")
        double weightDecay,

        @Setting(
                defaultValue = "1e-3",
                min = 0,
                max = 1000,
                meaning = "standard deviation ε that the shifted decay draws the weights of each row to")
        double epsilon) {
    /** What pulls on the trained weights. */
    public ShiftedDecay decay() {
        return new ShiftedDecay(weightDecay, epsilon);
    }

    /** Ŵ. */
    public double[] effective(double[] w, int rows) {
        double[] effective = new double[w.length];
        int length = groupLength(w, rows);
        for (int from = 0; from < w.length; from += length) {
            double mean = center(w, from, length);
            double norm = norm(w, from, length, mean);
            for (int i = from; i < from + length; i++) {
                effective[i] = norm == 0 ? 0 : norm(rows) * (w[i] - mean) / norm;
            }
        }
        return effective;
    }

    /** dW for the gradient {@code upstream} in Ŵ. */
    public double[] gradient(double[] w, int rows, double[] upstream) {
        double[] effective = effective(w, rows);
        double[] gradient = new double[w.length];
        int length = groupLength(w, rows);
        double squaredNorm = norm(rows) * norm(rows);
        for (int from = 0; from < w.length; from += length) {
            double norm = norm(w, from, length, center(w, from, length));
            double mean = center(upstream, from, length);
            double along = 0;
            for (int i = from; i < from + length; i++) {
                along += effective[i] * upstream[i] / squaredNorm;
            }
            for (int i = from; i < from + length; i++) {
                double across = upstream[i] - mean - along * effective[i];
                gradient[i] = norm == 0 ? 0 : norm(rows) / norm * across;
            }
        }
        return gradient;
    }

    /** s: what each group of weights has as its norm. */
    private double norm(int rows) {
        return Math.sqrt(type.byRow() ? alpha / rows : alpha);
    }

    private int groupLength(double[] w, int rows) {
        return type.byRow() ? w.length / rows : w.length;
    }

    private double center(double[] values, int from, int length) {
        double sum = 0;
        for (int i = from; type.centered() && i < from + length; i++) {
            sum += values[i];
        }
        return sum / length;
    }

    private static double norm(double[] w, int from, int length, double mean) {
        double squares = 0;
        for (int i = from; i < from + length; i++) {
            squares += (w[i] - mean) * (w[i] - mean);
        }
        return Math.sqrt(squares);
    }
}
