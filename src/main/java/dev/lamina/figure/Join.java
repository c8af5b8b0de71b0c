package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What connects the points of a curve. */
public enum Join {
    @JsonProperty("line")
    LINE,
    /** Each has a marker and stands for itself. */
    @JsonProperty("none")
    NONE
}
