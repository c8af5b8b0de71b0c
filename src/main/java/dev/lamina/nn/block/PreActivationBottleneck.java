package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;

/**
 * Pre-activation bottleneck: a = f(BN(x)), y = conv1×1(f(BN(conv3×3(f(BN(conv1×1(a))))))) + S, four times as wide
 * outside as inside; S is x itself or, where channels or size change, a bare 1×1 convolution of a.
 * Source: He et al. 2016, "Identity mappings in deep residual networks"; the stride is on the 3×3 convolution.
 */
@JsonTypeName("pre-activation-bottleneck")
@Origin(formula = "y = W₃ f(BN(W₂ f(BN(W₁ f(BN(x)))))) + S(x)", source = "He et al. 2016, Identity mappings")
public record PreActivationBottleneck(
        @Setting(min = 1, max = 16384, meaning = "channels inside; the output has four times as many")
        int channels,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "step of the 3×3 convolution")
        int stride,

        @Setting(defaultValue = "\"projection\"", meaning = "what is added where channels or size change")
        Shortcut shortcut,

        @Setting(meaning = "the response function f") Activation activation,

        @Setting(
                defaultValue = "\"norm-activation\"",
                meaning = "what comes before the first convolution: normalization and response, the response alone")
        PreActivation preActivation)
        implements ResidualBlock {
    /** As in He et al. 2016. */
    public PreActivationBottleneck(int channels, int stride, Shortcut shortcut, Activation activation) {
        this(channels, stride, shortcut, activation, PreActivation.NORM_ACTIVATION);
    }

    @Override
    public Composition body(Shape input) {
        int outputChannels = BottleneckBlock.EXPANSION * channels;
        Chain chain = (preActivation == PreActivation.ACTIVATION ? new Chain() : new Chain().norm("1"))
                .activation("1", activation);
        String activated = chain.last();
        chain.convolution("1", channels, 1, 1)
                .norm("2")
                .activation("2", activation)
                .convolution("2", channels, 3, stride)
                .norm("3")
                .activation("3", activation)
                .convolution("3", outputChannels, 1, 1);
        if (preActivation == PreActivation.NORM_ACTIVATION_AND_LAST_NORM) {
            chain.norm("4");
        }
        return shortcut.added(chain, activated, input, outputChannels, stride).composition();
    }

    @Override
    public PreActivationBottleneck withoutStride() {
        return new PreActivationBottleneck(channels, 1, shortcut, activation, preActivation);
    }
}
