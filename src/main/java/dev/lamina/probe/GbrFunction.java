package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The function f whose Jacobian in the input is measured. */
public enum GbrFunction {
    /** All logits [K]. */
    @JsonProperty("logits")
    LOGITS,
    /** The softmax probability of the label's class, one number, as theorem 2 of the paper reads. */
    @JsonProperty("label-probability")
    LABEL_PROBABILITY
}
