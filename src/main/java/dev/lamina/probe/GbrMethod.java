package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the squared Frobenius norm of a Jacobian is found. */
public enum GbrMethod {
    /** {@link #EXACT} up to 16 classes, {@link #ESTIMATE} beyond. */
    @JsonProperty("auto")
    AUTO,
    /** One backward pass to the input for each output. */
    @JsonProperty("exact")
    EXACT,
    /** Random projections: ‖J‖_F² ≈ (K/p) Σ ‖Jᵀv‖² with p directions v on the unit sphere; unbiased. */
    @JsonProperty("estimate")
    ESTIMATE
}
