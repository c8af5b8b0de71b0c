package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Fully connected layer: y = W x + b, W [outputs, inputs]. */
@JsonTypeName("linear")
@Origin(formula = "y = W x + b")
public record Linear(
        @Setting(min = 1, max = 1048576, meaning = "output features")
        int outputFeatures,

        @Setting(defaultValue = "true", meaning = "whether a bias is added")
        boolean bias)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shapes.features(inputs);
        return Shape.of(outputFeatures);
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int inputFeatures = Shapes.features(inputs).axis(0);
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(ParameterSpec.weight(Shape.of(outputFeatures, inputFeatures), inputFeatures, outputFeatures));
        if (bias) {
            parameters.add(ParameterSpec.perChannel("bias", outputFeatures, ParameterRole.BIAS, 0));
        }
        return parameters;
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return (long) Shapes.features(inputs).axis(0) * outputFeatures;
    }
}
