package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.BottleneckBlock;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * The four-stage residual networks with a 3×3 stem for small images: widths w, 2w, 4w, 8w, basic blocks at depths 18 and
 * 34, bottlenecks (four times as wide outside) at depth 50. Source: He et al. 2016, table 1; the 7×7 stem and its pool
 * are left out because the images are small.
 */
@KnownAs(
        name = "resnet",
        key = "depth",
        values = {18, 34, 50})
@JsonTypeName("resnet")
@Origin(source = "He et al. 2016, table 1")
public record ResNet(
        @Setting(meaning = "weight layers: 18, 34 or 50") int depth,

        @Setting(defaultValue = "64", min = 1, max = 2048, meaning = "channels w of the first stage")
        int width,

        @Setting(defaultValue = "\"projection\"", meaning = Preset.SHORTCUT)
        Shortcut shortcut)
        implements Preset {
    public ResNet {
        StageCounts.ofDepth(depth);
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        StageCounts counts = StageCounts.ofDepth(depth);
        SequentialGraph stem = new SequentialGraph().then("stem", new ConvNormActivation(width, 3, 1, activation));
        return ResidualStages.after(
                        stem,
                        width,
                        counts.blocks(),
                        (channels, stride) -> counts.bottleneck()
                                ? new BottleneckBlock(channels, stride, shortcut, activation)
                                : new BasicBlock(channels, stride, shortcut, activation))
                .then("pool", new GlobalAveragePool())
                .head(head);
    }
}
