package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.tensor.Shape;

/** A named composition with one input and one output that the editor can open and close. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Block permits ConvNormActivation, VggStage, ResidualBlock, ResidualStage, BufferBlock {
    /**
     * The parts for this input shape (without the batch axis).
     *
     * @throws dev.lamina.nn.ShapeException if the block cannot take it
     */
    Composition body(Shape input);
}
