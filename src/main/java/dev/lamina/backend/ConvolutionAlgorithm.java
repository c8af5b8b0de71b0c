package dev.lamina.backend;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How 3×3 convolutions of stride 1 are computed. Winograd multiplies less and rounds more coarsely. */
public enum ConvolutionAlgorithm {
    /** Winograd where it is faster, by a fixed rule on the layer's shape, so that runs repeat. */
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("direct")
    DIRECT,
    /** Winograd wherever it is possible. */
    @JsonProperty("winograd")
    WINOGRAD
}
