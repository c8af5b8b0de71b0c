package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a block with pre-activation does with its input first. Source: Li et al., MPELU paper, figure 5. */
public enum PreActivation {
    /** Batch normalization, then the response (He et al. 2016). */
    @JsonProperty("norm-activation")
    NORM_ACTIVATION,
    /** The same, and one more batch normalization at the end of the block: (a). */
    @JsonProperty("norm-activation-and-last-norm")
    NORM_ACTIVATION_AND_LAST_NORM,
    /** The response alone: (b). */
    @JsonProperty("activation")
    ACTIVATION
}
