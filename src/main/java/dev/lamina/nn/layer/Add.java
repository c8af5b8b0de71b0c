package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.nn.ShapeException;
import dev.lamina.setting.Origin;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Sum of inputs of one shape: the junction of a shortcut connection. */
@JsonTypeName("add")
@Origin(formula = "y = Σ_i x_i", source = "He et al. 2016")
public record Add() implements Layer {
    @Override
    public Arity arity() {
        return Arity.TWO_OR_MORE;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape first = inputs.getFirst();
        for (Shape other : inputs) {
            if (!other.equals(first)) {
                throw new ShapeException(Message.of("nn.unequalShapes", first, other));
            }
        }
        return first;
    }
}
