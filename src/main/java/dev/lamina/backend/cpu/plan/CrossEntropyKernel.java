package dev.lamina.backend.cpu.plan;

import dev.lamina.tensor.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Softmax cross-entropy of logits z [N, K] against labels [N] (class indices as floats), computed in double.
 *   loss = −(1/N) Σ_n Σ_k t[n,k] log softmax(z[n])[k],  t = (1 − ε)·one-hot + ε/K;  dz = (softmax(z) − t) / N
 */
final class CrossEntropyKernel {
    private final int examples;
    private final int classes;
    private final double smoothing;
    private final MemorySegment logits;
    private final MemorySegment labels;
    private final double[] exponentials;

    CrossEntropyKernel(Shape shape, double smoothing, MemorySegment logits, MemorySegment labels) {
        this.examples = shape.axis(0);
        this.classes = shape.axis(1);
        this.smoothing = smoothing;
        this.logits = logits;
        this.labels = labels;
        this.exponentials = new double[classes];
    }

    /** Writes the mean loss and the number of examples whose first largest logit is the label's. */
    void loss(MemorySegment loss, MemorySegment correct) {
        double sum = 0;
        int hits = 0;
        for (int n = 0; n < examples; n++) {
            int label = label(n);
            int best = best(n);
            double logSum = logit(n, best) + Math.log(exponentials(n, logit(n, best)));
            double mean = 0;
            for (int k = 0; k < classes && smoothing != 0; k++) {
                mean += logit(n, k) / classes;
            }
            sum += logSum - (1 - smoothing) * logit(n, label) - smoothing * mean;
            hits += best == label ? 1 : 0;
        }
        loss.set(ValueLayout.JAVA_FLOAT, 0, (float) (sum / examples));
        correct.set(ValueLayout.JAVA_FLOAT, 0, hits);
    }

    void gradient(MemorySegment dlogits) {
        for (int n = 0; n < examples; n++) {
            int label = label(n);
            double sum = exponentials(n, logit(n, best(n)));
            for (int k = 0; k < classes; k++) {
                double target = smoothing / classes + (k == label ? 1 - smoothing : 0);
                dlogits.setAtIndex(ValueLayout.JAVA_FLOAT, (long) n * classes + k, (float)
                        ((exponentials[k] / sum - target) / examples));
            }
        }
    }

    /** Fills in exp(z − largest) of an example and returns their sum. */
    private double exponentials(int example, double largest) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            exponentials[k] = Math.exp(logit(example, k) - largest);
            sum += exponentials[k];
        }
        return sum;
    }

    private int best(int example) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = logit(example, k) > logit(example, best) ? k : best;
        }
        return best;
    }

    private double logit(int example, int k) {
        return logits.getAtIndex(ValueLayout.JAVA_FLOAT, (long) example * classes + k);
    }

    private int label(int example) {
        float label = labels.getAtIndex(ValueLayout.JAVA_FLOAT, example);
        int index = (int) label;
        if (index != label || index < 0 || index >= classes) {
            throw new IllegalArgumentException(
                    "example " + example + " has label " + label + ", outside [0, " + classes + ")");
        }
        return index;
    }
}
