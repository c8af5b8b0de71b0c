package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How pixels become the network's input. */
public enum PixelScaling {
    /** (pixel/255 − mean) / standard deviation, both per channel of the training part. The usual choice. */
    @JsonProperty("per-channel")
    PER_CHANNEL,
    /** pixel/255. */
    @JsonProperty("none")
    NONE
}
