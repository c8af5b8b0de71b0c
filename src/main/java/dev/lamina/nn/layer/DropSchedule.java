package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the share of elements that a layer drops moves over a run. */
public enum DropSchedule {
    @JsonProperty("constant")
    CONSTANT,
    /** Grows linearly from nothing at the first step (Ghiasi et al. 2018, section 3.1). */
    @JsonProperty("linear")
    LINEAR
}
