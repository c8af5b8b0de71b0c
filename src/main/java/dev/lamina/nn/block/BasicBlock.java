package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Identity;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Basic residual block: y = g(BN(conv(f(BN(conv(x))))) + S(x)) with two 3×3 convolutions, the first with the stride.
 * Source: He et al. 2016, figure 2 and figure 5 left, where g is f. With MPELU for f that is the MPELU paper's block (a);
 * with the identity for g, so that nothing stands between two blocks, its block (b), MPELU non-bottleneck.
 */
@JsonTypeName("basic-block")
@Origin(formula = "y = g(BN(W₂ f(BN(W₁ x))) + S(x))", source = "He et al. 2016, figures 2 and 5")
public record BasicBlock(
        @Setting(min = 1, max = 65536, meaning = "output channels")
        int channels,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "step of the first convolution")
        int stride,

        @Setting(defaultValue = "\"projection\"", meaning = "what is added where channels or size change")
        Shortcut shortcut,

        @Setting(meaning = "the response function f") Activation activation,

        @Setting(meaning = "the response g after the addition: f unless given; identity for none") @Nullable
        Activation outputActivation)
        implements ResidualBlock {
    /** With the same response after the addition. */
    public BasicBlock(int channels, int stride, Shortcut shortcut, Activation activation) {
        this(channels, stride, shortcut, activation, null);
    }

    @Override
    public Composition body(Shape input) {
        Chain chain = new Chain()
                .convolution("1", channels, 3, stride)
                .norm("1")
                .activation("1", activation)
                .convolution("2", channels, 3, 1)
                .norm("2");
        shortcut.normalized(chain, input, channels, stride);
        Activation response = outputActivation == null ? activation : outputActivation;
        return response instanceof Identity
                ? chain.composition()
                : chain.activation("2", response).composition();
    }

    @Override
    public BasicBlock withoutStride() {
        return new BasicBlock(channels, 1, shortcut, activation, outputActivation);
    }
}
