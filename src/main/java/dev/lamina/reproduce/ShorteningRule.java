package dev.lamina.reproduce;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a shorter training takes over from the paper's. */
public enum ShorteningRule {
    /** Every λ as published and the schedule's shape, however short its parts: what early versions did. */
    @JsonProperty("same-decay")
    SAME_DECAY,
    /**
     * What weight decay does over the whole training: λ grows as Σ of the learning rate shrinks. A rate that falls in
     * steps has a few epochs at each value, or falls as a cosine.
     */
    @JsonProperty("same-exponent")
    SAME_EXPONENT
}
