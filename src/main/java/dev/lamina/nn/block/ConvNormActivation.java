package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;

/** Convolution without bias, batch normalization, activation: the unit of VGG with batch normalization. */
@JsonTypeName("conv-norm-activation")
public record ConvNormActivation(
        @Setting(min = 1, max = 65536, meaning = "output channels")
        int outputChannels,

        @Setting(defaultValue = "3", min = 1, max = 255, unit = "pixels", meaning = "side of the square kernel")
        int kernelSize,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "step between windows")
        int stride,

        @Setting(meaning = "the response function") Activation activation)
        implements Block {
    @Override
    public Composition body(Shape input) {
        return new Composition(List.of(
                new Part.OfLayer("conv", Conv2d.same(outputChannels, kernelSize, stride), List.of(Composition.INPUT)),
                new Part.OfLayer("norm", BatchNorm.DEFAULT, List.of("conv")),
                new Part.OfLayer("activation", new ActivationLayer(activation), List.of("norm"))));
    }
}
