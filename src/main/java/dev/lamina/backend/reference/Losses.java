package dev.lamina.backend.reference;

import dev.lamina.program.LossOperation;
import dev.lamina.program.Targets;
import java.util.Arrays;

/** Means over the batch of the formulas in {@link dev.lamina.nn.head.Loss}. */
final class Losses {
    private Losses() {}

    /** Receives a label of an example and its share in the example's target. */
    private interface Target {
        void accept(int label, double share);
    }

    static void run(LossOperation operation, Memory memory) {
        switch (operation) {
            case LossOperation.Forward f -> forward(f, memory);
            case LossOperation.Backward b -> backward(b, memory);
        }
    }

    private static void forward(LossOperation.Forward f, Memory memory) {
        DoubleTensor logits = memory.of(f.logits());
        double[] sums = new double[2];
        for (int n = 0; n < logits.batch(); n++) {
            double[] z = row(logits, n);
            int decision = largest(z);
            forEachTarget(f.layer(), f.targets(), memory, n, z.length, (label, share) -> {
                sums[0] += share * f.function().value(z, label) / logits.batch();
                sums[1] += label == decision ? share : 0;
            });
        }
        memory.of(f.loss()).fill(sums[0]);
        memory.of(f.correct()).fill(sums[1]);
    }

    private static void backward(LossOperation.Backward b, Memory memory) {
        DoubleTensor logits = memory.of(b.logits());
        DoubleTensor dlogits = memory.of(b.dlogits());
        dlogits.fill(0);
        for (int n = 0; n < logits.batch(); n++) {
            int example = n;
            double[] z = row(logits, n);
            forEachTarget(b.layer(), b.targets(), memory, n, z.length, (label, share) -> {
                double[] gradient = b.function().gradient(z, label);
                for (int k = 0; k < z.length; k++) {
                    dlogits.add(example, k, 0, 0, share * gradient[k] / logits.batch());
                }
            });
        }
    }

    private static void forEachTarget(
            String layer, Targets targets, Memory memory, int n, int classes, Target receiver) {
        int first = label(layer, memory.of(targets.labels()), n, classes);
        if (targets.mixture().isEmpty()) {
            receiver.accept(first, 1);
            return;
        }
        Targets.Mixture mixture = targets.mixture().get();
        double share = memory.of(mixture.firstShare()).values()[0];
        receiver.accept(first, share);
        receiver.accept(label(layer, memory.of(mixture.secondLabels()), n, classes), 1 - share);
    }

    private static double[] row(DoubleTensor logits, int n) {
        int classes = logits.channels();
        return Arrays.copyOfRange(logits.values(), n * classes, (n + 1) * classes);
    }

    /** The class of the largest logit, the first of equal ones. */
    private static int largest(double[] logits) {
        int largest = 0;
        for (int k = 1; k < logits.length; k++) {
            if (logits[k] > logits[largest]) {
                largest = k;
            }
        }
        return largest;
    }

    private static int label(String layer, DoubleTensor labels, int n, int classes) {
        double label = labels.values()[n];
        if (label != Math.rint(label) || label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    layer + ": label " + label + " of example " + n + " is not a class in [0, " + classes + ")");
        }
        return (int) label;
    }
}
