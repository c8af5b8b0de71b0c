package dev.lamina.program;

import java.util.List;

/**
 * One step of a program. Every output is overwritten, except the state and parameters that a training-mode
 * normalization or an update changes in place; those stand among both inputs and outputs.
 * Feature maps are [N, C, H, W], features [N, F], per-channel values [C], scalars [].
 */
public sealed interface Operation
        permits InputOperation,
                ConvolutionOperation,
                LinearOperation,
                NormOperation,
                ActivationOperation,
                PoolOperation,
                ElementOperation,
                WeightOperation,
                LossOperation,
                UpdateOperation {
    /** The layer this operation belongs to, for messages and profiles. */
    String layer();

    Flow flow();

    default List<Value> inputs() {
        return flow().inputs();
    }

    default List<Value> outputs() {
        return flow().outputs();
    }
}
