package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Losses of single examples on logits [N, classes], one work item each. Formulas: dev.lamina.nn.head.Loss. */
public final class Losses {
    /** Softmax cross-entropy with label smoothing. */
    public static final int CROSS_ENTROPY = 0;
    /** Hinge. */
    public static final int HINGE = 1;
    /** Squared hinge. */
    public static final int SQUARED_HINGE = 2;

    private Losses() {}

    /**
     * losses[n] and hits[n], whether the largest logit (the first of equal ones) is the label's; of mixed images (second
     * at least 0) each label counts its share.
     */
    public static void laminaExampleLosses(
            KernelContext context,
            FloatArray m,
            int logits,
            int labels,
            int second,
            int share,
            int losses,
            int hits,
            int function,
            float smoothing,
            int classes,
            int examples) {
        int n = context.globalIdx;
        if (n < examples) {
            int z = logits + n * classes;
            int best = 0;
            for (int k = 1; k < classes; k++) {
                if (m.get(z + k) > m.get(z + best)) {
                    best = k;
                }
            }
            int label = (int) m.get(labels + n);
            float normalizer = function == CROSS_ENTROPY ? logSumExponentials(m, z, m.get(z + best), classes) : 0f;
            float shift = m.get(z + best);
            float loss = exampleLoss(m, z, label, function, smoothing, shift, normalizer, classes);
            float hit = best == label ? 1f : 0f;
            if (second >= 0) {
                float first = m.get(share);
                int other = (int) m.get(second + n);
                float otherLoss = exampleLoss(m, z, other, function, smoothing, shift, normalizer, classes);
                loss = first * loss + (1f - first) * otherLoss;
                hit = first * hit + (1f - first) * (best == other ? 1f : 0f);
            }
            m.set(losses + n, loss);
            m.set(hits + n, hit);
        }
    }

    /** dlogits = ∂(mean loss)/∂logits. */
    public static void laminaLossGradient(
            KernelContext context,
            FloatArray m,
            int logits,
            int labels,
            int second,
            int share,
            int dlogits,
            int function,
            float smoothing,
            int classes,
            int examples) {
        int n = context.globalIdx;
        if (n < examples) {
            int z = logits + n * classes;
            float shift = m.get(z);
            for (int k = 1; k < classes; k++) {
                shift = m.get(z + k) > shift ? m.get(z + k) : shift;
            }
            float normalizer = function == CROSS_ENTROPY ? logSumExponentials(m, z, shift, classes) : 0f;
            int label = (int) m.get(labels + n);
            int other = second >= 0 ? (int) m.get(second + n) : label;
            float first = second >= 0 ? m.get(share) : 1f;
            for (int k = 0; k < classes; k++) {
                float logit = m.get(z + k);
                float gradient =
                        first * slope(logit, k == label ? 1f : 0f, function, smoothing, shift, normalizer, classes);
                if (second >= 0) {
                    gradient += (1f - first)
                            * slope(logit, k == other ? 1f : 0f, function, smoothing, shift, normalizer, classes);
                }
                m.set(dlogits + n * classes + k, gradient / examples);
            }
        }
    }

    /** log Σ e^{z − shift}. */
    private static float logSumExponentials(FloatArray m, int z, float shift, int classes) {
        float sum = 0f;
        for (int k = 0; k < classes; k++) {
            sum += TornadoMath.exp(m.get(z + k) - shift);
        }
        return TornadoMath.log(sum);
    }

    private static float exampleLoss(
            FloatArray m, int z, int label, int function, float smoothing, float shift, float normalizer, int classes) {
        float loss = 0f;
        for (int k = 0; k < classes; k++) {
            float logit = m.get(z + k);
            if (function == CROSS_ENTROPY) {
                float target = (k == label ? 1f - smoothing : 0f) + smoothing / classes;
                loss += target * (normalizer - (logit - shift));
            } else {
                float margin = k == label ? 1f - logit : 1f + logit;
                float term = function == SQUARED_HINGE ? margin * margin : margin;
                loss += margin > 0f ? term : 0f * margin;
            }
        }
        return loss;
    }

    /** dloss/dlogit of one example; isLabel 1 for the label's class, 0 otherwise. */
    private static float slope(
            float logit, float isLabel, int function, float smoothing, float shift, float normalizer, int classes) {
        if (function == CROSS_ENTROPY) {
            float target = (1f - smoothing) * isLabel + smoothing / classes;
            return TornadoMath.exp(logit - shift - normalizer) - target;
        }
        float sign = 2f * isLabel - 1f;
        float margin = 1f - sign * logit;
        float slope = function == SQUARED_HINGE ? 2f * margin : 1f;
        return margin > 0f ? -sign * slope : 0f * margin;
    }
}
