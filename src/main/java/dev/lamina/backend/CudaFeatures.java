package dev.lamina.backend;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a CUDA device uses beside Lamina's own kernels; nothing else has them. */
public enum CudaFeatures {
    /** Both of the others. */
    @JsonProperty("auto")
    AUTO,
    /** Large products of matrices, and convolutions as such, by cuBLAS. */
    @JsonProperty("libraries")
    LIBRARIES,
    /** A program's launches are recorded once and replayed. */
    @JsonProperty("graphs")
    GRAPHS,
    @JsonProperty("none")
    NONE;

    public boolean libraries() {
        return this == AUTO || this == LIBRARIES;
    }

    public boolean graphs() {
        return this == AUTO || this == GRAPHS;
    }
}
