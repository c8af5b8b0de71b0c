package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Applies an activation to every element. */
@JsonTypeName("activation")
@Origin(formula = "f(y)")
public record ActivationLayer(
        @Setting(meaning = "the response function") Activation activation) implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.getFirst();
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int values =
                activation.sharing() == Sharing.LAYER ? 1 : inputs.getFirst().axis(0);
        return activation.parameters().stream()
                .map(p -> new ParameterSpec(
                        p.name(),
                        Shape.of(values),
                        ParameterRole.ACTIVATION,
                        1,
                        1,
                        p.initialValue(),
                        p.minimum(),
                        p.learningRateFactor(),
                        p.weightDecayFactor()))
                .toList();
    }
}
