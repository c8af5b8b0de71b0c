package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.Shape;
import java.util.List;

/** A named composition with one input and one output that the editor can open and close. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Block permits ConvNormActivation, VggStage, ResidualBlock, ResidualStage, BufferBlock {
    /**
     * The parts for this input shape (without the batch axis).
     *
     * @throws dev.lamina.nn.ShapeException if the block cannot take it
     */
    Composition body(Shape input);

    /** What a block is made of: parts in topological order; the last part's output is the block's. */
    record Composition(List<Part> parts) {
        /** The name by which parts refer to the block's input. */
        public static final String INPUT = "input";

        public Composition {
            parts = List.copyOf(parts);
        }
    }

    /** One named constituent of a composition; {@code inputs} name earlier parts or {@link Composition#INPUT}. */
    sealed interface Part {
        String name();

        List<String> inputs();

        /** A layer. */
        record OfLayer(String name, Layer layer, List<String> inputs) implements Part {}

        /** A smaller block. */
        record OfBlock(String name, Block block, List<String> inputs) implements Part {}
    }
}
