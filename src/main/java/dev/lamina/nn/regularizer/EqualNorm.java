package dev.lamina.nn.regularizer;

import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Setting;
import java.util.Optional;

/**
 * The equal-norm constraint (ENC): a layer computes with Ŵ, made of its trained weights W so that ‖Ŵ‖_F² = α.
 *   u = W, or W less its mean;  Ŵ = s u / ‖u‖,  s = √(α/m) for each of m rows, √α for a whole layer
 * A learned α has a gain of its own in each layer, trained like the scale of a normalization: Ŵ = g u/‖u‖ (by row g u_j/(√m
 * ‖u_j‖)), α = g². Weight normalization (s = 1, a gain for each row) and standardization (s = √n) are written the same way.
 *   dW = s/‖u‖ (g − (Ŵ·g / s²) Ŵ),  g = dŴ, or dŴ less its mean
 * Source: Li, Chen, Yang, eq. 20 to 23, see {@link EqualNormForm}; the gradient is the chain rule. A row (or layer) with
 * ‖u‖ = 0 has no direction: it stays Ŵ = 0 with gradient 0. The shifted decay stands for plain weight decay on W.
 * Shapes: W, Ŵ and their gradients [m, n] row-major, n = input channels / groups · kernel area.
 * Worked example: W = [3, 4] in one row, α = 1: "rows" gives [0.6, 0.8], "centered-rows" [−1/√2, 1/√2].
 */
public record EqualNorm(
        @Setting(
                defaultValue = "\"centered-rows\"",
                meaning =
                        "what has the norm: layer, rows (output channels), or these less their mean; or the rival methods"
                                + " weight-normalization and weight-standardization")
        EqualNormForm type,

        @Setting(
                defaultValue = "1.0",
                min = 0,
                minExclusive = true,
                max = 1e6,
                meaning =
                        "squared Frobenius norm α of every constrained layer under equal norm; where it is learned, at first")
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
        double epsilon,

        @Setting(defaultValue = "false", meaning = "whether α is learned, one for each layer, under equal norm")
        boolean learned) {
    /** A parameter's name in its layer. */
    public static final String GAIN = "gain";

    /** With a fixed α. */
    public EqualNorm(EqualNormForm type, double alpha, double weightDecay, double epsilon) {
        this(type, alpha, weightDecay, epsilon, false);
    }

    /** What pulls on the trained weights; the rival methods have plain decay, which is the shifted one with ε = 0. */
    public ShiftedDecay decay() {
        return new ShiftedDecay(weightDecay, type.equalNorm() ? epsilon : 0);
    }

    /** ‖Ŵ‖_F² of a layer before gains. */
    public double squaredNorm(int rows, long weights) {
        return switch (type) {
            case LAYER, ROWS, CENTERED_ROWS, CENTERED_LAYER -> learned ? 1 : alpha;
            case WEIGHT_NORMALIZATION -> rows;
            case WEIGHT_STANDARDIZATION -> weights;
        };
    }

    /** The gains that multiply Ŵ, one a layer or one a row; none where the norm is fixed. */
    public Optional<ParameterSpec> gain(int rows) {
        return switch (type) {
            case LAYER, ROWS, CENTERED_ROWS, CENTERED_LAYER ->
                learned ? Optional.of(gain(1, Math.sqrt(alpha))) : Optional.empty();
            case WEIGHT_NORMALIZATION -> Optional.of(gain(rows, 1));
            case WEIGHT_STANDARDIZATION -> Optional.empty();
        };
    }

    private static ParameterSpec gain(int count, double first) {
        return ParameterSpec.perChannel(GAIN, count, ParameterRole.NORM_SCALE, first);
    }

    /** Ŵ, before gains. */
    public double[] effective(double[] w, int rows) {
        double[] effective = new double[w.length];
        double target = norm(rows, w.length);
        int length = groupLength(w, rows);
        for (int from = 0; from < w.length; from += length) {
            double mean = center(w, from, length);
            double norm = norm(w, from, length, mean);
            for (int i = from; i < from + length; i++) {
                effective[i] = norm == 0 ? 0 : target * (w[i] - mean) / norm;
            }
        }
        return effective;
    }

    /** dW for the gradient {@code upstream} in Ŵ. */
    public double[] gradient(double[] w, int rows, double[] upstream) {
        double[] effective = effective(w, rows);
        double[] gradient = new double[w.length];
        int length = groupLength(w, rows);
        double target = norm(rows, w.length);
        for (int from = 0; from < w.length; from += length) {
            double norm = norm(w, from, length, center(w, from, length));
            double mean = center(upstream, from, length);
            double along = 0;
            for (int i = from; i < from + length; i++) {
                along += effective[i] * upstream[i] / (target * target);
            }
            for (int i = from; i < from + length; i++) {
                double across = upstream[i] - mean - along * effective[i];
                gradient[i] = norm == 0 ? 0 : target / norm * across;
            }
        }
        return gradient;
    }

    /** s: what each group of weights has as its norm. */
    private double norm(int rows, int weights) {
        double squares = squaredNorm(rows, weights);
        return Math.sqrt(type.byRow() ? squares / rows : squares);
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
