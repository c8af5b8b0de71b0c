package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What ε of an adversarial example is measured in. */
public enum FgsmScale {
    /** Gray values of 255, as images are stored: ε/255 divided by the channel's standard deviation in normalized pixels. */
    @JsonProperty("pixel")
    PIXEL,
    /** The network's input. */
    @JsonProperty("normalized")
    NORMALIZED
}
