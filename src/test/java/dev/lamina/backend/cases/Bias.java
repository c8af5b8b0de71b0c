package dev.lamina.backend.cases;

import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.Optional;

/** Whether a layer adds a bias. */
public enum Bias {
    WITH,
    WITHOUT;

    Optional<Value> of(CaseBuilder builder, Draw draw, int outputs) {
        Shape shape = Shape.of(outputs);
        return this == WITH ? Optional.of(builder.parameter("bias", shape, draw.normal(shape))) : Optional.empty();
    }

    String words() {
        return this == WITH ? ", bias" : "";
    }
}
