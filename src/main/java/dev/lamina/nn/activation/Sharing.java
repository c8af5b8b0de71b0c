package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which elements of a feature map share one value of an activation's parameters. */
public enum Sharing {
    /** One value for each channel. */
    @JsonProperty("channel")
    CHANNEL,
    /** One value for the whole layer. */
    @JsonProperty("layer")
    LAYER
}
