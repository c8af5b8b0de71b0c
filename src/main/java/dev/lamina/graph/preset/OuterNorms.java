package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a network of blocks without pre-activation normalizes outside them. Source: Li et al., MPELU paper, table 11. */
public enum OuterNorms {
    /** After the first convolution and after the last block, as in the paper's network. */
    @JsonProperty("both")
    BOTH,
    /** After the first convolution alone: "without BNend". */
    @JsonProperty("first-convolution")
    FIRST,
    /** After the last block alone: "without BN1". */
    @JsonProperty("last-block")
    LAST
}
