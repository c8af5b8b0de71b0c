package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.nn.ShapeException;
import dev.lamina.setting.Origin;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Joins inputs along the channel axis, in the order of the input ports. */
@JsonTypeName("concatenate")
@Origin(formula = "y = [x_1, x_2, …]", source = "Szegedy et al. 2015")
public record Concatenate() implements Layer {
    @Override
    public Arity arity() {
        return Arity.TWO_OR_MORE;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape first = inputs.getFirst();
        int channels = 0;
        for (Shape other : inputs) {
            if (other.rank() != first.rank() || !other.withoutBatch().equals(first.withoutBatch())) {
                throw new ShapeException(Message.of("nn.unequalPlanes", first, other));
            }
            channels += other.axis(0);
        }
        return first.withoutBatch().batched(channels);
    }
}
