package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.PreActivation;
import dev.lamina.nn.block.PreActivationBottleneck;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;

/**
 * The pre-activation residual networks of depth 9n + 2 for 32×32 images: a bare 3×3 stem of w channels, three stages of n
 * bottlenecks, 4w, 8w and 16w wide outside, then BN, activation and global average pooling. Source: He et al. 2016,
 * "Identity mappings in deep residual networks", tables 2 and 3; with MPELU, block (c) of the MPELU paper.
 */
@KnownAs(
        name = "preresnet",
        key = "depth",
        values = {164, 1001})
@JsonTypeName("preact-cifar-resnet")
@Origin(source = "He et al. 2016, Identity mappings")
public record PreActCifarResNet(
        @Setting(min = 11, max = 10001, meaning = "weight layers, 9n + 2 for n blocks a stage")
        int depth,

        @Setting(
                defaultValue = "16",
                min = 1,
                max = 4096,
                meaning = "channels w of the stem and inside the first stage")
        int width,

        @Setting(defaultValue = "\"projection\"", meaning = Preset.SHORTCUT)
        Shortcut shortcut,

        @Setting(
                defaultValue = "\"norm-activation\"",
                meaning = "what a block begins with: normalization and response, or the response alone (MPELU paper,"
                        + " figure 5)")
        PreActivation preActivation)
        implements Preset {
    public PreActCifarResNet {
        requireDepth(depth);
    }

    /** As in He et al. 2016. */
    public PreActCifarResNet(int depth, int width, Shortcut shortcut) {
        this(depth, width, shortcut, PreActivation.NORM_ACTIVATION);
    }

    static void requireDepth(int depth) {
        if (depth < 11 || depth % 9 != 2) {
            throw new BadInputException(Message.of("graph.depthOfBottlenecks", depth));
        }
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        SequentialGraph stages = ResidualStages.after(
                new SequentialGraph().then("stem", Conv2d.same(width, 3, 1)),
                width,
                Collections.nCopies(3, (depth - 2) / 9),
                (channels, stride) ->
                        new PreActivationBottleneck(channels, stride, shortcut, activation, preActivation));
        return ResidualStages.activated(stages, activation)
                .then("pool", new GlobalAveragePool())
                .head(head);
    }
}
