package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Mean of each channel over its plane: [channels, height, width] → [channels]. */
@JsonTypeName("global-average-pool")
@Origin(formula = "y_c = (1/HW) Σ x_c", source = "Lin, Chen, Yan 2014")
public record GlobalAveragePool() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(Shapes.featureMap(inputs).axis(0));
    }
}
