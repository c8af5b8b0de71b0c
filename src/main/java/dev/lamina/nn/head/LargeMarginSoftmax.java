package dev.lamina.nn.head;

import java.util.EnumSet;
import java.util.Set;

/**
 * Large-margin softmax loss: cross-entropy of logits whose label's one is made smaller, so that the angle θ between the
 * features x and the label's weights W_y has to be m times smaller than softmax would be content with.
 *   loss = (1/N) Σ_n −log softmax(f[n])[label],   f_j = z_j = W_j·x for j ≠ y,   s = ‖W_y‖ ‖x‖
 *   f_y  = (λ z_y + s ψ(θ)) / (1 + λ),   cos θ = c = z_y / s
 *   ψ(θ) = (−1)^k cos(mθ) − 2k   for θ in [kπ/m, (k + 1)π/m]
 * With the Chebyshev polynomial T_m, cos(mθ) = T_m(c), and with the excess e(c) = ψ − c, f_y = z_y + s e / (1 + λ):
 *   ∂f_y/∂z_y = 1 + e′ / (1 + λ),   ∂f_y/∂s = (e − c e′) / (1 + λ),   ∂s/∂x = ‖W_y‖ x/‖x‖,   ∂s/∂W_y = ‖x‖ W_y/‖W_y‖
 * The gradients in features and weights are those through s alone; what goes through z is the classifier's. e is 0 for
 * m = 1, so that is softmax bit for bit; where s is 0 there is no angle, and e counts as 0.
 * Source: Liu et al. 2016, "Large-margin softmax loss for convolutional neural networks", eqs. 4 to 6 and section 5.1;
 * Gu et al., survey, section 3.4. There λ falls during training; here it is constant.
 *
 * @param margin m, at least 1
 * @param annealing λ, at least 0
 */
public record LargeMarginSoftmax(int margin, double annealing) implements Loss {
    private static final Loss SOFTMAX = new CrossEntropy(0);

    @Override
    public Set<LossInput> reads() {
        return EnumSet.allOf(LossInput.class);
    }

    @Override
    public double value(LossInputs<double[]> example, int label) {
        return SOFTMAX.value(LossInputs.ofLogits(withMargin(example, label)), label);
    }

    @Override
    public LossInputs<double[]> gradient(LossInputs<double[]> example, int label) {
        double[] x = example.get(LossInput.FEATURES);
        double[] w = example.get(LossInput.WEIGHTS);
        double z = example.get(LossInput.LOGITS)[label];
        double[] dz = SOFTMAX.gradient(LossInputs.ofLogits(withMargin(example, label)), label)
                .get(LossInput.LOGITS);
        double xNorm = norm(x, 0, x.length);
        double wNorm = norm(w, label * x.length, x.length);
        double ds = dz[label] * scaleSlope(z, xNorm * wNorm);
        dz[label] *= logitSlope(z, xNorm * wNorm);
        double[] dx = new double[x.length];
        double[] dw = new double[w.length];
        for (int k = 0; k < x.length && ds != 0; k++) {
            dx[k] = ds * wNorm * x[k] / xNorm;
            dw[label * x.length + k] = ds * xNorm * w[label * x.length + k] / wNorm;
        }
        return LossInputs.of(reads(), input -> switch (input) {
            case LOGITS -> dz;
            case FEATURES -> dx;
            case WEIGHTS -> dw;
        });
    }

    private double[] withMargin(LossInputs<double[]> example, int label) {
        double[] x = example.get(LossInput.FEATURES);
        double[] f = example.get(LossInput.LOGITS).clone();
        f[label] = logit(
                f[label], norm(x, 0, x.length) * norm(example.get(LossInput.WEIGHTS), label * x.length, x.length));
        return f;
    }

    private static double norm(double[] values, int from, int count) {
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            sum += values[k] * values[k];
        }
        return Math.sqrt(sum);
    }

    /** f_y of z_y and s. */
    public double logit(double z, double s) {
        return s == 0 ? z : z + s * (psi(z / s) - z / s) / (1 + annealing);
    }

    /** ∂f_y/∂z_y. */
    public double logitSlope(double z, double s) {
        return s == 0 ? 1 : 1 + (psiSlope(z / s) - 1) / (1 + annealing);
    }

    /** ∂f_y/∂s. */
    public double scaleSlope(double z, double s) {
        double c = z / s;
        return s == 0 ? 0 : (psi(c) - c * psiSlope(c)) / (1 + annealing);
    }

    /** ψ as a function of c = cos θ; rounding may take c a little beyond ±1, where the polynomial goes on. */
    private double psi(double c) {
        double previous = 1;
        double polynomial = c;
        for (int n = 1; n < margin; n++) {
            double next = 2 * c * polynomial - previous;
            previous = polynomial;
            polynomial = next;
        }
        int k = interval(c);
        return (k % 2 == 0 ? polynomial : -polynomial) - 2 * k;
    }

    /** dψ/dc = (−1)^k T′_m, where T′_m = m U_{m−1}; continuous, 0 at the inner ends of the intervals. */
    private double psiSlope(double c) {
        double previous = 0;
        double polynomial = 1;
        for (int n = 1; n < margin; n++) {
            double next = 2 * c * polynomial - previous;
            previous = polynomial;
            polynomial = next;
        }
        return interval(c) % 2 == 0 ? margin * polynomial : -margin * polynomial;
    }

    /** k of the interval of θ. */
    private int interval(double c) {
        int k = 0;
        while (k < margin - 1 && c < Math.cos((k + 1) * Math.PI / margin)) {
            k++;
        }
        return k;
    }
}
