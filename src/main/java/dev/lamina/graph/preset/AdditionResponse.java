package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.Mpelu;

/** What follows the addition of a residual block. */
public enum AdditionResponse {
    /** Nothing: block (b) of the MPELU paper. */
    @JsonProperty("none")
    NONE,
    /** The activation that the block has inside: block (a). */
    @JsonProperty("activation")
    ACTIVATION,
    /** An MPELU that starts almost as the identity: 98 (e^{0.01 y} − 1) ≈ 0.98 y. */
    @JsonProperty("near-identity")
    NEAR_IDENTITY;

    Activation of(Activation activation) {
        return switch (this) {
            case NONE -> new Identity();
            case ACTIVATION -> activation;
            case NEAR_IDENTITY -> Mpelu.NEAR_IDENTITY;
        };
    }
}
