package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of an epoch's last examples when they do not fill a batch. */
public enum Remainder {
    /** They make a smaller batch. */
    @JsonProperty("keep")
    KEEP,
    /** They sit out this epoch; with a new order each epoch these are others every time. */
    @JsonProperty("drop")
    DROP
}
