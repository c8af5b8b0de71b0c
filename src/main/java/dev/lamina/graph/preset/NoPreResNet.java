package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.block.NoPreActivationBottleneck;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.Collections;

/**
 * The MPELU paper's residual networks without pre-activation, of depth 9n + 2 for 32×32 images: convolution, BN and
 * activation of w channels, three stages of n bottlenecks of its block (d), 4w, 8w and 16w wide outside, BN and
 * activation, global average pooling. Source: Li et al., MPELU paper; 1,696,250 parameters at depth 164 with MPELU.
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
        int width)
        implements Preset {
    public NoPreResNet {
        PreActCifarResNet.requireDepth(depth);
    }

    @Override
    public Activation defaultActivation() {
        return Mpelu.DEFAULT;
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        SequentialGraph stages = ResidualStages.after(
                new SequentialGraph().then("stem", new ConvNormActivation(width, 3, 1, activation)),
                width,
                Collections.nCopies(3, (depth - 2) / 9),
                (channels, stride) -> new NoPreActivationBottleneck(channels, stride, Shortcut.PROJECTION, activation));
        return ResidualStages.activated(stages, activation)
                .then("pool", new GlobalAveragePool())
                .head(head);
    }
}
