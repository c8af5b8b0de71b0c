package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Layer;
import dev.lamina.nn.layer.SubsampleZeroPad;
import dev.lamina.tensor.Shape;

/**
 * What a residual block adds to its branch where channels or size change; elsewhere every shortcut is the identity.
 * Source: He et al. 2016, section 3.3, options A and B.
 */
public enum Shortcut {
    /** Option A: every stride-th pixel, new channels zero; no parameters. */
    @JsonProperty("zero-pad")
    ZERO_PAD,
    /** Option B: a 1×1 convolution with the block's stride, then batch normalization (none in pre-activation blocks). */
    @JsonProperty("projection")
    PROJECTION;

    /** Ends a branch that normalizes after its convolutions with the sum of it and the shortcut. */
    Chain normalized(Chain branch, Shape input, int outputChannels, int stride) {
        String last = branch.last();
        String source = bare(branch, Composition.INPUT, input, outputChannels, stride);
        return branch.sum(
                last,
                this == ZERO_PAD || source.equals(Composition.INPUT)
                        ? source
                        : branch.add("shortcutNorm", BatchNorm.DEFAULT, source));
    }

    /**
     * Ends a branch with the sum of it and a shortcut without normalization: the identity of the block's input, or a change
     * of {@code source}, which in a pre-activation block is the already normalized and activated input.
     */
    Chain added(Chain branch, String source, Shape input, int outputChannels, int stride) {
        String last = branch.last();
        return branch.sum(last, bare(branch, source, input, outputChannels, stride));
    }

    private String bare(Chain parts, String source, Shape input, int outputChannels, int stride) {
        return isIdentity(input, outputChannels, stride)
                ? Composition.INPUT
                : parts.add("shortcut", change(outputChannels, stride), source);
    }

    private Layer change(int outputChannels, int stride) {
        return this == ZERO_PAD ? new SubsampleZeroPad(outputChannels, stride) : Conv2d.same(outputChannels, 1, stride);
    }

    private static boolean isIdentity(Shape input, int outputChannels, int stride) {
        return stride == 1 && input.axis(0) == outputChannels;
    }
}
