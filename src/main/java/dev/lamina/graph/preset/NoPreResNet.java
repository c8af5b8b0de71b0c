package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.block.BranchNorms;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.block.NoPreActivationBottleneck;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.Collections;

/**
 * The MPELU paper's residual networks without pre-activation, of depth 9n + 2 for 32×32 images: convolution, BN and
 * activation of w channels, three stages of n bottlenecks of its block (d), 4w, 8w and 16w wide outside, BN and
 * activation, global average pooling. Source: Li et al., MPELU paper, whose α begins at 0.25 here; 1,696,250
 * parameters at depth 164 with MPELU. Its figure 5 and table 11 leave batch normalizations out or add some.
 */
@KnownAs(
        name = "nopre",
        key = "depth",
        values = {164, 1001})
@JsonTypeName("nopre-resnet")
@Origin(source = "Li, Fan, Li, Wu, Ming 2018, block (d)")
public record NoPreResNet(
        @Setting(min = 11, max = 10001, meaning = "weight layers, 9n + 2 for n blocks a stage")
        int depth,

        @Setting(
                defaultValue = "16",
                min = 1,
                max = 4096,
                meaning = "channels w of the stem and inside the first stage")
        int width,

        @Setting(
                defaultValue = "\"inner\"",
                meaning =
                        "batch normalizations of a block: inner is block (d), also-last ends it with one, none has none")
        BranchNorms branchNorms,

        @Setting(
                defaultValue = "\"both\"",
                meaning =
                        "normalization outside the blocks: after the first convolution, after the last block, or both")
        OuterNorms outerNorms)
        implements Preset {
    public NoPreResNet {
        PreActCifarResNet.requireDepth(depth);
    }

    /** As the paper has it. */
    public NoPreResNet(int depth, int width) {
        this(depth, width, BranchNorms.INNER, OuterNorms.BOTH);
    }

    @Override
    public Activation defaultActivation() {
        return Mpelu.QUARTER;
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        SequentialGraph stages = ResidualStages.after(
                outerNorms == OuterNorms.LAST ? activated(activation) : normalized(activation),
                width,
                Collections.nCopies(3, (depth - 2) / 9),
                (channels, stride) ->
                        new NoPreActivationBottleneck(channels, stride, Shortcut.PROJECTION, activation, branchNorms));
        SequentialGraph ended = outerNorms == OuterNorms.FIRST
                ? stages.then("activation", new ActivationLayer(activation))
                : ResidualStages.activated(stages, activation);
        return ended.then("pool", new GlobalAveragePool()).head(head);
    }

    private SequentialGraph normalized(Activation activation) {
        return new SequentialGraph().then("stem", new ConvNormActivation(width, 3, 1, activation));
    }

    private SequentialGraph activated(Activation activation) {
        return new SequentialGraph()
                .then("stem", Conv2d.same(width, 3, 1))
                .then("stem-activation", new ActivationLayer(activation));
    }
}
