package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What batch normalizations use where a network is tested. */
public enum NormStatistics {
    /** The running mean and variance, so that an image's output does not depend on the others. */
    @JsonProperty("running")
    RUNNING,
    /**
     * Those of the batch that is tested, as in training; nothing moves and nothing is dropped. So the WNLL paper's released
     * code tests, which never leaves training mode.
     */
    @JsonProperty("batch")
    BATCH
}
