package dev.lamina.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The y axis a curve is read from. */
public enum Side {
    @JsonProperty("left")
    LEFT,
    @JsonProperty("right")
    RIGHT
}
