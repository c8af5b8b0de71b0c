package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.PreActivationBlock;
import dev.lamina.nn.block.PreActivationBottleneck;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * The four-stage pre-activation residual networks with a bare 3×3 stem for small images, normalized and activated once
 * more after the last block. Source: He et al. 2016, "Identity mappings in deep residual networks"; stages as in
 * {@link ResNet}.
 */
@KnownAs(
        name = "preactresnet",
        key = "depth",
        values = {18, 34, 50})
@JsonTypeName("preact-resnet")
@Origin(source = "He et al. 2016, Identity mappings")
public record PreActResNet(
        @Setting(meaning = "weight layers: 18, 34 or 50") int depth,

        @Setting(defaultValue = "64", min = 1, max = 2048, meaning = "channels w of the first stage")
        int width,

        @Setting(defaultValue = "\"projection\"", meaning = Preset.SHORTCUT)
        Shortcut shortcut)
        implements Preset {
    public PreActResNet {
        StageCounts.ofDepth(depth);
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        StageCounts counts = StageCounts.ofDepth(depth);
        SequentialGraph stages = ResidualStages.after(
                new SequentialGraph().then("stem", Conv2d.same(width, 3, 1)),
                width,
                counts.blocks(),
                (channels, stride) -> counts.bottleneck()
                        ? new PreActivationBottleneck(channels, stride, shortcut, activation)
                        : new PreActivationBlock(channels, stride, shortcut, activation));
        return ResidualStages.activated(stages, activation)
                .then("pool", new GlobalAveragePool())
                .head(head);
    }
}
