package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Activation;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;

/**
 * Pre-activation residual block: a = f(BN(x)), y = conv(f(BN(conv(a)))) + S, where S is x itself or, where channels or
 * size change, a bare 1×1 convolution of a. Source: He et al. 2016, "Identity mappings in deep residual networks",
 * figure 1b. The network must normalize and activate once more after its last block.
 */
@JsonTypeName("pre-activation-block")
@Origin(formula = "y = W₂ f(BN(W₁ f(BN(x)))) + S(x)", source = "He et al. 2016, Identity mappings")
public record PreActivationBlock(
        @Setting(min = 1, max = 65536, meaning = "output channels")
        int channels,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "step of the first convolution")
        int stride,

        @Setting(defaultValue = "\"projection\"", meaning = "what is added where channels or size change")
        Shortcut shortcut,

        @Setting(meaning = "the response function f") Activation activation)
        implements ResidualBlock {
    @Override
    public Composition body(Shape input) {
        Chain chain = new Chain().norm("1").activation("1", activation);
        String activated = chain.last();
        chain.convolution("1", channels, 3, stride)
                .norm("2")
                .activation("2", activation)
                .convolution("2", channels, 3, 1);
        return shortcut.added(chain, activated, input, channels, stride).composition();
    }

    @Override
    public PreActivationBlock withoutStride() {
        return new PreActivationBlock(channels, 1, shortcut, activation);
    }
}
