package dev.lamina.probe;

import dev.lamina.batch.FeatureReader;
import dev.lamina.manifold.Points;
import dev.lamina.nn.head.LargeMarginSoftmax;
import dev.lamina.nn.head.Loss;

/**
 * Scores of a linear classifier: the probabilities softmax(z) where a softmax is trained, the logits z themselves, whose
 * targets are ±1, where hinges are (METHODS section 2).
 */
final class LogitScores implements ClassScores {
    private static final int BATCH_SIZE = 4096;

    private final FeatureReader logits;
    private final Loss loss;
    private final int classes;

    LogitScores(ProbeContext context) {
        this.logits = new FeatureReader(context.session(), context.network(), BATCH_SIZE, context.interruption());
        this.loss = context.network().head().loss();
        this.classes = context.network().classes();
    }

    @Override
    public float[] of(Points inputs) {
        float[] z = logits.read(inputs).coordinates();
        return switch (loss) {
            case Loss.Hinge _ -> z;
            case Loss.CrossEntropy _, LargeMarginSoftmax _ -> softmax(z);
        };
    }

    private float[] softmax(float[] z) {
        float[] probabilities = new float[z.length];
        for (int from = 0; from < z.length; from += classes) {
            float largest = z[from];
            for (int k = 1; k < classes; k++) {
                largest = Math.max(largest, z[from + k]);
            }
            double sum = 0;
            for (int k = from; k < from + classes; k++) {
                double exponential = Math.exp((double) z[k] - largest);
                probabilities[k] = (float) exponential;
                sum += exponential;
            }
            for (int k = from; k < from + classes; k++) {
                probabilities[k] /= (float) sum;
            }
        }
        return probabilities;
    }

    @Override
    public void close() {
        logits.close();
    }
}
