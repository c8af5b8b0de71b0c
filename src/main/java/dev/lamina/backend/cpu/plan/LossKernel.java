package dev.lamina.backend.cpu.plan;

import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInput;
import dev.lamina.nn.head.LossInputs;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** The mean loss, its gradients and the hits of logits z [N, K], computed in double on the calling thread. */
final class LossKernel {
    private final ExampleLoss loss;
    private final Rows logits;
    private final BoundTargets targets;
    private final double[] z;
    private final double[] gradient;

    LossKernel(Loss function, LossInputs<Rows> read, BoundTargets targets) {
        this.logits = read.get(LossInput.LOGITS);
        this.targets = targets;
        this.z = new double[logits.length()];
        this.gradient = new double[z.length];
        this.loss = ExampleLoss.of(function, read);
    }

    /** Writes the mean loss and how many examples have their largest logit, the first of equal ones, at the label. */
    void loss(MemorySegment meanLoss, MemorySegment correct) {
        double sum = 0;
        double hits = 0;
        double share = targets.firstShare();
        for (int n = 0; n < logits.count(); n++) {
            load(n);
            int label = targets.label(n, z.length);
            sum += share * loss.value(z, n, label);
            hits += best() == label ? share : 0;
            if (targets.mixed()) {
                int second = targets.secondLabel(n, z.length);
                sum += (1 - share) * loss.value(z, n, second);
                hits += best() == second ? 1 - share : 0;
            }
        }
        meanLoss.set(ValueLayout.JAVA_FLOAT, 0, (float) (sum / logits.count()));
        correct.set(ValueLayout.JAVA_FLOAT, 0, (float) hits);
    }

    void gradient(LossInputs<Rows> gradients) {
        Rows dlogits = gradients.get(LossInput.LOGITS);
        double share = targets.firstShare();
        loss.begin();
        for (int n = 0; n < logits.count(); n++) {
            load(n);
            Arrays.fill(gradient, 0);
            loss.addGradient(z, n, targets.label(n, z.length), share, gradient);
            if (targets.mixed()) {
                loss.addGradient(z, n, targets.secondLabel(n, z.length), 1 - share, gradient);
            }
            for (int k = 0; k < z.length; k++) {
                dlogits.set(n, k, gradient[k] / logits.count());
            }
        }
        loss.writeOthers(gradients, 1.0 / logits.count());
    }

    private void load(int example) {
        for (int k = 0; k < z.length; k++) {
            z[k] = logits.get(example, k);
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
