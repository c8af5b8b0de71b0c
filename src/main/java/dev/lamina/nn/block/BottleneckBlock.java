package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;

/**
 * Bottleneck residual block: y = f(BN(conv1×1(f(BN(conv3×3(f(BN(conv1×1(x)))))))) + S(x)), four times as wide outside as
 * inside. Source: He et al. 2016, figure 5 right; we put the stride on the 3×3 convolution, where it loses no pixels,
 * as is common since.
 */
@JsonTypeName("bottleneck-block")
@Origin(formula = "y = g(BN(W₃ f(BN(W₂ f(BN(W₁ x))))) + S(x))", source = "He et al. 2016, figure 5")
public record BottleneckBlock(
        @Setting(min = 1, max = 16384, meaning = "channels inside; the output has four times as many")
        int channels,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "step of the 3×3 convolution")
        int stride,

        @Setting(defaultValue = "\"projection\"", meaning = "what is added where channels or size change")
        Shortcut shortcut,

        @Setting(meaning = "the response function f") Activation activation)
        implements ResidualBlock {
    /** Output channels per channel inside. */
    public static final int EXPANSION = 4;

    @Override
    public Composition body(Shape input) {
        int outputChannels = EXPANSION * channels;
        Chain chain = new Chain()
                .convolution("1", channels, 1, 1)
                .norm("1")
                .activation("1", activation)
                .convolution("2", channels, 3, stride)
                .norm("2")
                .activation("2", activation)
                .convolution("3", outputChannels, 1, 1)
                .norm("3");
        return shortcut.normalized(chain, input, outputChannels, stride)
                .activation("3", activation)
                .composition();
    }

    @Override
    public BottleneckBlock withoutStride() {
        return new BottleneckBlock(channels, 1, shortcut, activation);
    }
}
