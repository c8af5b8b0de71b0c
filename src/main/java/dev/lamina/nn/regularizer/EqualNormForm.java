package dev.lamina.nn.regularizer;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an equal-norm constraint divides by its norm: the whole layer or each of its m rows (output channels), as it is or
 * less its mean. Source: Li, Chen, Yang, equations as given.
 */
public enum EqualNormForm {
    /** (20): Ŵ = √α · W / ‖W‖_F. */
    @JsonProperty("layer")
    LAYER,
    /** (21): Ŵ_j = √(α/m) · W_j / ‖W_j‖. */
    @JsonProperty("rows")
    ROWS,
    /** (22), the best of the paper: Ŵ_j = √(α/m) · (W_j − mean_j) / ‖W_j − mean_j‖, mean_j that of the row. */
    @JsonProperty("centered-rows")
    CENTERED_ROWS,
    /** (23): Ŵ = √α · (W − mean) / ‖W − mean‖_F, mean that of the layer. */
    @JsonProperty("centered-layer")
    CENTERED_LAYER;

    /** Whether each row has a norm of its own. */
    public boolean byRow() {
        return switch (this) {
            case ROWS, CENTERED_ROWS -> true;
            case LAYER, CENTERED_LAYER -> false;
        };
    }

    /** Whether the mean is taken off first. */
    public boolean centered() {
        return switch (this) {
            case CENTERED_ROWS, CENTERED_LAYER -> true;
            case LAYER, ROWS -> false;
        };
    }
}
