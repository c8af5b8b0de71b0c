package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Mean of each channel over its plane: [channels, height, width] → [channels]. */
@JsonTypeName("global-average-pool")
public record GlobalAveragePool() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(Shapes.featureMap(inputs).axis(0));
    }
}
