package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Linear;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;

/**
 * Fully connected layer as wide as its input, then ReLU: what the WNLL stages train between a frozen backbone and the
 * head. Source: Wang et al. 2018, figure 3; METHODS section 1.2.
 */
@JsonTypeName("buffer")
@Origin(formula = "f(W x)", source = "Wang et al. 2018, figure 3")
public record BufferBlock(
        @Setting(defaultValue = "true", meaning = "whether a bias is added")
        boolean bias) implements Block {
    @Override
    public Composition body(Shape input) {
        return new Composition(List.of(
                new Part.OfLayer("linear", new Linear(input.axis(0), bias), List.of(Composition.INPUT)),
                new Part.OfLayer("activation", new ActivationLayer(new Relu()), List.of("linear"))));
    }
}
