package dev.lamina.nn.head;

import java.util.Set;

/**
 * What training minimizes, as a function of the labels [N] and of what it says it reads: logits z [N, K], and what else of
 * the network; always the mean over the batch. The formulas here are those of one example, z [K].
 */
public sealed interface Loss permits Loss.CrossEntropy, Loss.Hinge, LargeMarginSoftmax {
    /** Logits alone, unless a loss needs more; the logits are always among it. */
    default Set<LossInput> reads() {
        return Set.of(LossInput.LOGITS);
    }

    /** The loss of one example. */
    double value(LossInputs<double[]> example, int label);

    /** Its partial derivatives in each of what it reads; at a kink 0. */
    LossInputs<double[]> gradient(LossInputs<double[]> example, int label);

    /**
     * Softmax cross-entropy with label smoothing ε.
     *   loss     = −(1/N) Σ_n Σ_k t[n,k] log softmax(z[n])[k],  t = (1 − ε)·one-hot(label) + ε/K
     *   dloss/dz = (softmax(z) − t) / N
     */
    record CrossEntropy(double labelSmoothing) implements Loss {
        @Override
        public double value(LossInputs<double[]> example, int label) {
            double[] logits = example.get(LossInput.LOGITS);
            double logNormalizer = logNormalizer(logits);
            double loss = 0;
            for (int k = 0; k < logits.length; k++) {
                loss -= target(label, k, logits.length) * (logits[k] - logNormalizer);
            }
            return loss;
        }

        @Override
        public LossInputs<double[]> gradient(LossInputs<double[]> example, int label) {
            double[] logits = example.get(LossInput.LOGITS);
            double logNormalizer = logNormalizer(logits);
            double[] gradient = new double[logits.length];
            for (int k = 0; k < logits.length; k++) {
                gradient[k] = Math.exp(logits[k] - logNormalizer) - target(label, k, logits.length);
            }
            return LossInputs.ofLogits(gradient);
        }

        private double target(int label, int k, int classes) {
            return (k == label ? 1 - labelSmoothing : 0) + labelSmoothing / classes;
        }

        /** log Σ_k e^{z_k}, shifted by the largest logit so that nothing overflows. */
        private static double logNormalizer(double[] logits) {
            double shift = logits[0];
            for (double logit : logits) {
                shift = logit > shift ? logit : shift;
            }
            double sum = 0;
            for (double logit : logits) {
                sum += Math.exp(logit - shift);
            }
            return shift + Math.log(sum);
        }
    }

    /**
     * Multi-class hinge loss, one class against the rest, margin 1.
     *   loss     = (1/N) Σ_n Σ_k max(0, 1 − s[n,k] z[n,k])^p,   s = +1 for the label's class, −1 otherwise
     *   dloss/dz = −(p/N) s max(0, 1 − s z)^{p−1}               where 1 − s z &gt; 0, 0 elsewhere
     * Source: Gu et al., survey, eq. 16; Tang 2013. We take the mean over the batch, so that the learning rate does not
     * depend on N.
     */
    record Hinge(HingePower power) implements Loss {
        @Override
        public double value(LossInputs<double[]> example, int label) {
            double[] logits = example.get(LossInput.LOGITS);
            double loss = 0;
            for (int k = 0; k < logits.length; k++) {
                double margin = 1 - sign(k, label) * logits[k];
                // Not Math.max: a logit that is no number has to show in the loss.
                loss += margin <= 0 ? 0 : power == HingePower.SQUARED ? margin * margin : margin;
            }
            return loss;
        }

        @Override
        public LossInputs<double[]> gradient(LossInputs<double[]> example, int label) {
            double[] logits = example.get(LossInput.LOGITS);
            double[] gradient = new double[logits.length];
            for (int k = 0; k < logits.length; k++) {
                double margin = 1 - sign(k, label) * logits[k];
                double slope = power == HingePower.SQUARED ? 2 * margin : 1;
                gradient[k] = margin <= 0 ? 0 : -sign(k, label) * slope;
            }
            return LossInputs.ofLogits(gradient);
        }

        private static int sign(int k, int label) {
            return k == label ? 1 : -1;
        }
    }
}
