package dev.lamina.nn.regularizer;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a constraint on weights divides by its norm: the whole layer or each of its m rows (output channels), as it is or
 * less its mean. Four forms of the equal-norm constraint, and two that it is compared with. Source: Li, Chen, Yang,
 * equations as given; table 1 names the others.
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
    CENTERED_LAYER,
    /**
     * Weight normalization: Ŵ_j = g_j · W_j / ‖W_j‖, g_j learned, 1 at first. Source: Salimans, Kingma 2016, eq. 2; without
     * their initialization from data.
     */
    @JsonProperty("weight-normalization")
    WEIGHT_NORMALIZATION,
    /**
     * Weight standardization: Ŵ_j = (W_j − mean_j) / std_j, dividing by the row's length n, so that ‖Ŵ_j‖² = n. Source:
     * Qiao et al. 2019, eq. 4; without the ε of their code.
     */
    @JsonProperty("weight-standardization")
    WEIGHT_STANDARDIZATION;

    /** Whether each row has a norm of its own. */
    public boolean byRow() {
        return switch (this) {
            case ROWS, CENTERED_ROWS, WEIGHT_NORMALIZATION, WEIGHT_STANDARDIZATION -> true;
            case LAYER, CENTERED_LAYER -> false;
        };
    }

    /** Whether the mean is taken off first. */
    public boolean centered() {
        return switch (this) {
            case CENTERED_ROWS, CENTERED_LAYER, WEIGHT_STANDARDIZATION -> true;
            case LAYER, ROWS, WEIGHT_NORMALIZATION -> false;
        };
    }

    /** Whether every layer gets the same norm α: the four forms of the equal-norm constraint. */
    public boolean equalNorm() {
        return switch (this) {
            case LAYER, ROWS, CENTERED_ROWS, CENTERED_LAYER -> true;
            case WEIGHT_NORMALIZATION, WEIGHT_STANDARDIZATION -> false;
        };
    }
}
