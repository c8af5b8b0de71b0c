package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.ShapeException;
import dev.lamina.nn.StateSpec;
import dev.lamina.tensor.Shape;
import java.util.List;

/**
 * What one node of a network computes. All shapes here are those of one example, without the batch axis:
 * a feature map is [channels, height, width], a feature vector [features].
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Layer
        permits Conv2d,
                BatchNorm,
                ActivationLayer,
                Linear,
                WindowPool,
                GlobalAveragePool,
                Add,
                Concatenate,
                Flatten,
                Dropping,
                SubsampleZeroPad {
    /** How many edges may enter. */
    default Arity arity() {
        return Arity.ONE;
    }

    /**
     * The shape of one output example.
     *
     * @throws ShapeException if these inputs do not fit, saying why and what to do
     */
    Shape outputShape(List<Shape> inputs);

    /** The trained parameters for these inputs, in a fixed order. */
    default List<ParameterSpec> parameters(List<Shape> inputs) {
        return List.of();
    }

    /** The values kept between steps without training. */
    default List<StateSpec> state(List<Shape> inputs) {
        return List.of();
    }

    /** Multiply-adds of the forward pass for one example; 0 for layers that only move or compare values. */
    default long multiplyAdds(List<Shape> inputs) {
        return 0;
    }
}
