package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/**
 * Softmax cross-entropy on plain float32 logits z [N, K], averaged over the batch, with label smoothing ε as in PyTorch:
 * <pre>
 *   p = softmax(z);  q = (1 − ε)·onehot(label) + ε/K;  loss = −(1/N) Σ q log p;  dloss/dz = (p − q) / N
 * </pre>
 * Computed in double on logits less their maximum. Run the launch, then read {@link #meanLoss} and {@link #correct}.
 */
public final class SoftmaxCrossEntropy {
    private final Team team;
    private final int examples;
    private final int classes;
    private final double smoothing;
    private final double[] losses;
    private final boolean[] hits;

    public SoftmaxCrossEntropy(Team team, int examples, int classes, double smoothing) {
        this.team = team;
        this.examples = examples;
        this.classes = classes;
        this.smoothing = smoothing;
        losses = new double[examples];
        hits = new boolean[examples];
    }

    /**
     * Loss, hits and gradient (overwritten).
     * @param labels  int32 [N]
     * @throws IllegalArgumentException when run, naming the example and its label if that is outside [0, K)
     */
    public Launch withGradient(MemorySegment logits, MemorySegment labels, MemorySegment gradient) {
        check(logits, labels);
        FlatTensor.of(gradient, (long) examples * classes);
        return launch(logits, labels, gradient);
    }

    /** Loss and hits alone. */
    public Launch lossOnly(MemorySegment logits, MemorySegment labels) {
        check(logits, labels);
        return launch(logits, labels, MemorySegment.NULL);
    }

    /** The mean loss of the last run. */
    public double meanLoss() {
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / examples;
    }

    /** Examples of the last run whose largest logit, the first of equals, is at the label. */
    public int correct() {
        int count = 0;
        for (boolean hit : hits) {
            count += hit ? 1 : 0;
        }
        return count;
    }

    private Launch launch(MemorySegment logits, MemorySegment labels, MemorySegment gradient) {
        Team.Body body = (member, size) -> {
            int end = Team.start(examples, member + 1, size);
            for (int n = Team.start(examples, member, size); n < end; n++) {
                int label = labels.getAtIndex(JAVA_INT, n);
                if (label < 0 || label >= classes) {
                    throw new IllegalArgumentException(
                            "example %d of the batch has label %d, expected 0 to %d".formatted(n, label, classes - 1));
                }
                long row = (long) n * classes * Float.BYTES;
                long target = gradient.address() == 0 ? 0 : gradient.address() + row;
                example(n, logits.address() + row, label, target);
            }
        };
        return () -> team.run(body);
    }

    private void example(int n, long z, int label, long target) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = Memory.get(z + k * 4L) > Memory.get(z + best * 4L) ? k : best;
        }
        double max = Memory.get(z + best * 4L);
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < classes; k++) {
            double shifted = Memory.get(z + k * 4L) - max;
            sum += Math.exp(shifted);
            mean += shifted / classes;
        }
        double logSum = Math.log(sum);
        hits[n] = best == label;
        double atLabel = Memory.get(z + label * 4L) - max;
        losses[n] = (1 - smoothing) * (logSum - atLabel) + smoothing * (logSum - mean);
        if (target != 0) {
            for (int k = 0; k < classes; k++) {
                double p = Math.exp(Memory.get(z + k * 4L) - max - logSum);
                double q = smoothing / classes + (k == label ? 1 - smoothing : 0);
                Memory.set(target + k * 4L, (float) ((p - q) / examples));
            }
        }
    }

    private void check(MemorySegment logits, MemorySegment labels) {
        FlatTensor.of(logits, (long) examples * classes);
        FlatTensor.of(labels, examples);
    }
}
