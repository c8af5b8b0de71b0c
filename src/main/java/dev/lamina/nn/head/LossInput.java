package dev.lamina.nn.head;

import java.util.Locale;

/** A value of the network that a loss can read, beside the labels. */
public enum LossInput {
    /** z [N, K], what the classifier makes of the features. */
    LOGITS,
    /** x [N, F], what enters the classifier's last layer, a linear one: z = x Wᵀ. */
    FEATURES,
    /** W [K, F] of that layer, the same for every example. */
    WEIGHTS;

    /** Whether each example has its own. */
    public boolean isOfExample() {
        return this != WEIGHTS;
    }

    /** As in the names of gradients. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
