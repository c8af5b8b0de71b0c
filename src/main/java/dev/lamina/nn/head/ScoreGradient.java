package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.manifold.Interpolation;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;

/**
 * What stands for ∂L/∂logits of the linear head where WNLL, which is implicit, has decided: cross-entropy's gradient at
 * its prediction p, a distribution made of the interpolated scores u.
 *
 * <pre>
 *   loss = −(1/N) Σ_n log max(p[n, label], 1e-12)      ∂L/∂logits := (p − one-hot(label)) / N
 *   scores:            p = u                            softmax-of-scores: p[n, k] = e^{u[n, k]} / Σ_j e^{u[n, j]}
 * </pre>
 *
 * Source: Wang et al. 2018, section 2.2, and its released code; METHODS section 1.2. u lies in [0, 1], so that softmax(u)
 * of ten classes is e/(e + 9) = 0.232 at most and its gradient never small. Worked example: u = (1, 0) with label 0
 * gives (0, 0) of the scores and (−0.2689, 0.2689) of their softmax.
 */
public enum ScoreGradient {
    /** u − one-hot, as the paper reads. */
    @JsonProperty("scores")
    SCORES,
    /** softmax(u) − one-hot, as the paper's released code has it. */
    @JsonProperty("softmax-of-scores")
    SOFTMAX_OF_SCORES;

    private static final double SMALLEST = 1e-12;

    /** ∂L/∂logits [N, K]. */
    public HostTensor gradient(Interpolation u, int[] labels) {
        HostTensor gradient = HostTensor.zeros(Shape.of(u.queries(), u.classes()));
        for (int n = 0; n < u.queries(); n++) {
            double[] p = prediction(u, n);
            for (int k = 0; k < p.length; k++) {
                double target = labels[n] == k ? 1 : 0;
                gradient.values()[n * p.length + k] = (float) ((p[k] - target) / u.queries());
            }
        }
        return gradient;
    }

    public double loss(Interpolation u, int[] labels) {
        double sum = 0;
        for (int n = 0; n < labels.length; n++) {
            sum -= Math.log(Math.max(prediction(u, n)[labels[n]], SMALLEST));
        }
        return sum / labels.length;
    }

    private double[] prediction(Interpolation u, int n) {
        double[] p = new double[u.classes()];
        System.arraycopy(u.scores(), n * p.length, p, 0, p.length);
        return switch (this) {
            case SCORES -> p;
            case SOFTMAX_OF_SCORES -> softmax(p);
        };
    }

    private static double[] softmax(double[] scores) {
        double[] p = new double[scores.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(scores[k]);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
