package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which parameters weight decay applies to. */
public enum DecayScope {
    /** Weights of convolutions and linear layers, and activation parameters by their own factor. */
    @JsonProperty("weights")
    WEIGHTS,
    /** Also biases, and scales and shifts of normalizations. */
    @JsonProperty("all")
    ALL
}
