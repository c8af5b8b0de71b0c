package dev.lamina.experiment.worker;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The process that does a run's steps. */
public enum RunPlace {
    /** This one, unless the backend needs a virtual machine of its own. */
    @JsonProperty("by-backend")
    BY_BACKEND,
    /** Always another one, which may crash alone. */
    @JsonProperty("own-process")
    OWN_PROCESS
}
