package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Lays a feature map out as a vector, channel by channel, row by row. */
@JsonTypeName("flatten")
@Origin(formula = "[C, H, W] → [C H W]")
public record Flatten() implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.of(Math.toIntExact(inputs.getFirst().size()));
    }
}
