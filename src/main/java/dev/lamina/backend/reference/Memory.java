package dev.lamina.backend.reference;

import dev.lamina.program.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an operation finds its tensors while a program runs. */
interface Memory {
    DoubleTensor of(Value value);

    default @Nullable DoubleTensor of(Optional<Value> value) {
        return value.map(this::of).orElse(null);
    }

    default List<DoubleTensor> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }
}
