package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;

/**
 * Bottleneck that begins and ends with a bare convolution: y = conv1×1(f(BN(conv3×3(f(BN(conv1×1(x))))))) + S, four times
 * as wide outside as inside; S is x itself or, where channels or size change, a bare 1×1 convolution of x. The stride is
 * on the first 1×1. Source: Li et al., MPELU paper, block (d), "nopre". The network must normalize and activate after its
 * first convolution and once more after its last block, without which training diverges.
 */
@JsonTypeName("no-pre-activation-bottleneck")
@Origin(formula = "y = W₃ f(BN(W₂ f(BN(W₁ x)))) + S(x)", source = "Li, Fan, Li, Wu, Ming 2018, block (d)")
public record NoPreActivationBottleneck(
        @Setting(min = 1, max = 16384, meaning = "channels inside; the output has four times as many")
        int channels,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "step of the first 1×1 convolution")
        int stride,

        @Setting(defaultValue = "\"projection\"", meaning = "what is added where channels or size change")
        Shortcut shortcut,

        @Setting(meaning = "the response function f") Activation activation,

        @Setting(
                defaultValue = "\"inner\"",
                meaning = "batch normalizations: between the convolutions (inner), behind the last one too, or none")
        BranchNorms norms)
        implements ResidualBlock {
    /** As the paper has it. */
    public NoPreActivationBottleneck(int channels, int stride, Shortcut shortcut, Activation activation) {
        this(channels, stride, shortcut, activation, BranchNorms.INNER);
    }

    @Override
    public Composition body(Shape input) {
        int outputChannels = BottleneckBlock.EXPANSION * channels;
        Chain chain = new Chain().convolution("1", channels, 1, stride);
        responding(chain, "1").convolution("2", channels, 3, 1);
        responding(chain, "2").convolution("3", outputChannels, 1, 1);
        if (norms == BranchNorms.ALSO_LAST) {
            chain.norm("3");
        }
        return shortcut.added(chain, Composition.INPUT, input, outputChannels, stride)
                .composition();
    }

    private Chain responding(Chain chain, String suffix) {
        return (norms == BranchNorms.NONE ? chain : chain.norm(suffix)).activation(suffix, activation);
    }

    @Override
    public NoPreActivationBottleneck withoutStride() {
        return new NoPreActivationBottleneck(channels, 1, shortcut, activation, norms);
    }
}
