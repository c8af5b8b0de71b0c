package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a batch normalization stands behind the linear classifier, and makes the logits. The GBR paper has one wherever
 * it constrains the classifier's weights (Li, Chen, Yang, section 4.3): their norm is then no longer the logits' scale.
 */
public enum LogitsNormalization {
    /** On under an equal-norm constraint, else off. */
    @JsonProperty("automatic")
    AUTOMATIC,
    @JsonProperty("on")
    ON,
    @JsonProperty("off")
    OFF
}
