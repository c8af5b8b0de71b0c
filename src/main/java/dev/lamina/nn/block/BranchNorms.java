package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which batch normalizations a block without pre-activation has. Source: Li et al., MPELU paper, figure 5. */
public enum BranchNorms {
    /** Between its convolutions: (d), as in the paper's network. */
    @JsonProperty("inner")
    INNER,
    /** Also behind the last convolution: (c). */
    @JsonProperty("also-last")
    ALSO_LAST,
    /** None: (e). */
    @JsonProperty("none")
    NONE
}
