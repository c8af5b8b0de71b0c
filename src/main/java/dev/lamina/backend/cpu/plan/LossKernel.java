package dev.lamina.backend.cpu.plan;

import dev.lamina.nn.head.Loss;
import dev.lamina.tensor.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** The mean loss of logits z [N, K], its gradient and the hits, computed in double on the calling thread. */
final class LossKernel {
    private final int examples;
    private final ExampleLoss loss;
    private final MemorySegment logits;
    private final BoundTargets targets;
    private final double[] z;
    private final double[] gradient;

    LossKernel(Loss function, Shape shape, MemorySegment logits, BoundTargets targets) {
        this.examples = shape.axis(0);
        this.logits = logits;
        this.targets = targets;
        this.z = new double[shape.axis(1)];
        this.gradient = new double[z.length];
        this.loss = ExampleLoss.of(function, z.length);
    }

    /** Writes the mean loss and how many examples have their largest logit, the first of equal ones, at the label. */
    void loss(MemorySegment meanLoss, MemorySegment correct) {
        double sum = 0;
        double hits = 0;
        double share = targets.firstShare();
        for (int n = 0; n < examples; n++) {
            load(n);
            int label = targets.label(n, z.length);
            sum += share * loss.value(z, label);
            hits += best() == label ? share : 0;
            if (targets.mixed()) {
                int second = targets.secondLabel(n, z.length);
                sum += (1 - share) * loss.value(z, second);
                hits += best() == second ? 1 - share : 0;
            }
        }
        meanLoss.set(ValueLayout.JAVA_FLOAT, 0, (float) (sum / examples));
        correct.set(ValueLayout.JAVA_FLOAT, 0, (float) hits);
    }

    void gradient(MemorySegment dlogits) {
        double share = targets.firstShare();
        for (int n = 0; n < examples; n++) {
            load(n);
            Arrays.fill(gradient, 0);
            loss.addGradient(z, targets.label(n, z.length), share, gradient);
            if (targets.mixed()) {
                loss.addGradient(z, targets.secondLabel(n, z.length), 1 - share, gradient);
            }
            for (int k = 0; k < z.length; k++) {
                dlogits.setAtIndex(ValueLayout.JAVA_FLOAT, (long) n * z.length + k, (float) (gradient[k] / examples));
            }
        }
    }

    private void load(int example) {
        for (int k = 0; k < z.length; k++) {
            z[k] = logits.getAtIndex(ValueLayout.JAVA_FLOAT, (long) example * z.length + k);
        }
    }

    private int best() {
        int best = 0;
        for (int k = 1; k < z.length; k++) {
            best = z[k] > z[best] ? k : best;
        }
        return best;
    }
}
