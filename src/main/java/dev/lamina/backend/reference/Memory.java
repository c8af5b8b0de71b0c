package dev.lamina.backend.reference;

import dev.lamina.program.Value;
import java.util.List;

/** Where an operation finds its tensors while a program runs. */
interface Memory {
    DoubleTensor of(Value value);

    default List<DoubleTensor> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }
}
