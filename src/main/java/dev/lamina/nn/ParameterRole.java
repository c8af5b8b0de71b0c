package dev.lamina.nn;

/** What a trained parameter is in its layer: decides its initial value, its weight decay and the norms it enters. */
public enum ParameterRole {
    /** Weights of a convolution or linear layer: initialized by the run's initializer, decayed. */
    WEIGHT,
    /** Bias of a convolution or linear layer: 0 at first, not decayed by default. */
    BIAS,
    /** Scale γ of a batch normalization: 1 at first, not decayed by default. */
    NORM_SCALE,
    /** Shift β of a batch normalization: 0 at first, not decayed by default. */
    NORM_SHIFT,
    /** Parameter of an activation: its own initial value, learning-rate and weight-decay factors. */
    ACTIVATION
}
