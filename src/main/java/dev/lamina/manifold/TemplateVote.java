package dev.lamina.manifold;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the batches of a large template decide together. */
public enum TemplateVote {
    /** Each batch gives its scores u/Σu, which add up. */
    @JsonProperty("scores")
    SCORES,
    /** Each batch gives one vote to the class with its largest score. */
    @JsonProperty("majority")
    MAJORITY
}
