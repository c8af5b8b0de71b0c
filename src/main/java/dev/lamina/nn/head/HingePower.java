package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The power p of a hinge max(0, 1 − s z)^p. */
public enum HingePower {
    /** p = 1, the L1-SVM; its slope jumps at the margin. */
    @JsonProperty("l1")
    PLAIN,
    /** p = 2, the L2-SVM; differentiable. */
    @JsonProperty("l2")
    SQUARED
}
