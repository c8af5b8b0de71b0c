package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ShapeException;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Sum of inputs of one shape: the junction of a shortcut connection. */
@JsonTypeName("add")
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
                throw new ShapeException("adds equal shapes only, got " + first + " and " + other
                        + "; bring one to the other's channels and size with a 1×1 convolution");
            }
        }
        return first;
    }
}
