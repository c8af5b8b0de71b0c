package dev.lamina.manifold;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether labelled points pull with the extra weight μ. */
public enum ExtraTerm {
    /** The weighted nonlocal Laplacian. */
    @JsonProperty("weighted")
    WEIGHTED,
    /** μ = 0: the plain graph Laplacian, harmonic extension; the contrast for teaching. */
    @JsonProperty("plain")
    PLAIN
}
