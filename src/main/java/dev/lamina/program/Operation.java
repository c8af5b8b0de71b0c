package dev.lamina.program;

import java.util.List;
import java.util.Locale;

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

    /** What it does, in words: "convolution backward data"; made of the type's name unless the type says otherwise. */
    default String words() {
        String family = getClass().getEnclosingClass().getSimpleName().replace("Operation", "");
        return (family + getClass().getSimpleName())
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    Flow flow();

    default List<Value> inputs() {
        return flow().inputs();
    }

    default List<Value> outputs() {
        return flow().outputs();
    }

    /**
     * Adds the operations that compute the gradients in the active inputs from the one in the first output; asked only
     * where there is such an input and such a gradient. Every operation of a forward pass has a rule of its own.
     *
     * @throws IllegalArgumentException naming the layer, if the operation is none of a forward pass, or has no gradient
     *     in what one is asked for
     */
    default void adjoint(Adjoints adjoints) {
        throw new IllegalArgumentException(layer() + ": " + getClass().getSimpleName() + " has no derivative here");
    }

    /**
     * What the adjoint rule of an operation sees of the walk backwards: the gradients that have come in from behind, which
     * inputs want one, and where to put the operations that compute it.
     */
    interface Adjoints {
        /** Whether a gradient in the value is asked for: it is a target, or computed from one. */
        boolean active(Value value);

        /** The gradient in the operation's first output; where several have come in, their sum, by an operation added here. */
        Value upstream(Operation forward);

        /** The same, left unsummed where no more than {@code most} have come in: for what sums them up itself. */
        List<Value> upstreams(Operation forward, int most);

        /** A new value for a gradient in {@code value}, of its shape; counted in where the value is active. */
        Value gradient(Value value);

        /** Counts a value that is there already as a gradient in {@code value}, where that is active. */
        void contribute(Value value, Value gradient);

        /** Adds an operation behind those there are. */
        void add(Operation operation);
    }
}
