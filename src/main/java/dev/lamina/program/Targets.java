package dev.lamina.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a loss compares the logits [N, K] with: labels [N], class indices as floats, and where two images were mixed into
 * one, those of the other.
 */
public record Targets(Value labels, Optional<Mixture> mixture) {
    /**
     * Labels [N] of the second image of each mixed one, and the share λ [] that the first has in all of them:
     * L = λ·L(z, labels) + (1 − λ)·L(z, secondLabels). For cross-entropy that is the loss of the mixed targets.
     */
    public record Mixture(Value secondLabels, Value firstShare) {}

    /** One label for each example. */
    public static Targets of(Value labels) {
        return new Targets(labels, Optional.empty());
    }

    /** Labels of two images mixed into one. */
    public static Targets mixed(Value labels, Value secondLabels, Value firstShare) {
        return new Targets(labels, Optional.of(new Mixture(secondLabels, firstShare)));
    }

    List<Value> with(List<Value> read) {
        List<Value> all = new ArrayList<>(read);
        all.add(labels);
        mixture.ifPresent(two -> all.addAll(List.of(two.secondLabels(), two.firstShare())));
        return all;
    }
}
