package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;

/** Convolution without bias, batch normalization, activation: the unit of VGG with batch normalization. */
@JsonTypeName("conv-norm-activation")
@Origin(formula = "f(BN(W x))", source = "Ioffe, Szegedy 2015")
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
        return new Chain()
                .convolution("", outputChannels, kernelSize, stride)
                .norm("")
                .activation("", activation)
                .composition();
    }
}
