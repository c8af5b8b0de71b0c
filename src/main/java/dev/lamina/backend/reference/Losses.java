package dev.lamina.backend.reference;

import dev.lamina.program.LossOperation;

/** Softmax cross-entropy by the formulas of {@link dev.lamina.nn.head.Loss.CrossEntropy}. */
final class Losses {
    private Losses() {}

    static void run(LossOperation operation, Memory memory) {
        switch (operation) {
            case LossOperation.CrossEntropy f -> crossEntropy(f, memory);
            case LossOperation.CrossEntropyBackward b -> crossEntropyBackward(b, memory);
        }
    }

    private static void crossEntropy(LossOperation.CrossEntropy f, Memory memory) {
        DoubleTensor logits = memory.of(f.logits());
        double loss = 0;
        int correct = 0;
        for (int n = 0; n < logits.batch(); n++) {
            int label = label(f.layer(), memory.of(f.labels()), n, logits.channels());
            double logNormalizer = logNormalizer(logits, n);
            for (int k = 0; k < logits.channels(); k++) {
                double logProbability = logits.get(n, k, 0, 0) - logNormalizer;
                loss -= target(f.labelSmoothing(), label, k, logits.channels()) * logProbability / logits.batch();
            }
            if (largest(logits, n) == label) {
                correct++;
            }
        }
        memory.of(f.loss()).fill(loss);
        memory.of(f.correct()).fill(correct);
    }

    private static void crossEntropyBackward(LossOperation.CrossEntropyBackward b, Memory memory) {
        DoubleTensor logits = memory.of(b.logits());
        DoubleTensor dlogits = memory.of(b.dlogits());
        int classes = logits.channels();
        for (int n = 0; n < logits.batch(); n++) {
            int label = label(b.layer(), memory.of(b.labels()), n, classes);
            double logNormalizer = logNormalizer(logits, n);
            for (int k = 0; k < classes; k++) {
                double probability = Math.exp(logits.get(n, k, 0, 0) - logNormalizer);
                double difference = probability - target(b.labelSmoothing(), label, k, classes);
                dlogits.set(n, k, 0, 0, difference / logits.batch());
            }
        }
    }

    /** t = (1 − ε)·one-hot(label) + ε/K. */
    private static double target(double labelSmoothing, int label, int k, int classes) {
        return (k == label ? 1 - labelSmoothing : 0) + labelSmoothing / classes;
    }

    /** log Σ_k e^{z_k}, shifted by the largest logit so that nothing overflows. */
    private static double logNormalizer(DoubleTensor logits, int n) {
        double shift = logits.get(n, largest(logits, n), 0, 0);
        double sum = 0;
        for (int k = 0; k < logits.channels(); k++) {
            sum += Math.exp(logits.get(n, k, 0, 0) - shift);
        }
        return shift + Math.log(sum);
    }

    /** The class of the largest logit, the first of equal ones. */
    private static int largest(DoubleTensor logits, int n) {
        int largest = 0;
        for (int k = 1; k < logits.channels(); k++) {
            if (logits.get(n, k, 0, 0) > logits.get(n, largest, 0, 0)) {
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
