package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Of a line or a band: a horizontal one lies at values of the left y axis, a vertical one at values of x. */
public enum Orientation {
    @JsonProperty("horizontal")
    HORIZONTAL,
    @JsonProperty("vertical")
    VERTICAL
}
