package dev.lamina.backend.reference;

import dev.lamina.nn.head.LossInput;
import dev.lamina.nn.head.LossInputs;
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
        int batch = f.logits().shape().axis(0);
        int classes = f.logits().shape().axis(1);
        double[] sums = new double[2];
        for (int n = 0; n < batch; n++) {
            LossInputs<double[]> example = example(f, memory, n);
            int decision = largest(example.get(LossInput.LOGITS));
            forEachTarget(f.layer(), f.targets(), memory, n, classes, (label, share) -> {
                sums[0] += share * f.function().value(example, label) / batch;
                sums[1] += label == decision ? share : 0;
            });
        }
        memory.of(f.loss()).fill(sums[0]);
        memory.of(f.correct()).fill(sums[1]);
    }

    private static void backward(LossOperation.Backward b, Memory memory) {
        int batch = b.logits().shape().axis(0);
        int classes = b.logits().shape().axis(1);
        b.gradients().all().forEach(gradient -> memory.of(gradient).fill(0));
        for (int n = 0; n < batch; n++) {
            int example = n;
            LossInputs<double[]> read = example(b, memory, n);
            forEachTarget(b.layer(), b.targets(), memory, n, classes, (label, share) -> {
                b.function().gradient(read, label).values().forEach((input, gradient) -> {
                    double[] sum = memory.of(b.gradients().get(input)).values();
                    int from = input.isOfExample() ? example * gradient.length : 0;
                    for (int k = 0; k < gradient.length; k++) {
                        sum[from + k] += share * gradient[k] / batch;
                    }
                });
            });
        }
    }

    /** What the loss of one example is a function of. */
    private static LossInputs<double[]> example(LossOperation operation, Memory memory, int n) {
        return operation.read().map((input, value) -> {
            double[] all = memory.of(value).values();
            int length = value.shape().axis(1);
            return input.isOfExample() ? Arrays.copyOfRange(all, n * length, (n + 1) * length) : all;
        });
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
