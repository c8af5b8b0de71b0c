package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.tensor.Shape;
import java.util.List;

/** A layer that in training sets random elements to 0 and enlarges the others, and does nothing in testing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Dropping extends Layer permits Dropout, DropBlock {
    /** Whether it never drops anything. */
    boolean dropsNothing();

    @Override
    default Shape outputShape(List<Shape> inputs) {
        return inputs.getFirst();
    }
}
