package dev.lamina.ui.fx;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether anything on the screen moves or fades by itself, which some people do not bear. */
public enum Motion {
    @JsonProperty("full")
    FULL,
    @JsonProperty("reduced")
    REDUCED;

    public Motion other() {
        return this == FULL ? REDUCED : FULL;
    }
}
