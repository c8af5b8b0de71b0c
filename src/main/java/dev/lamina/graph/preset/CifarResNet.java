package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;

/**
 * The residual networks of depth 6n + 2 for 32×32 images: a 3×3 stem, three stages of n basic blocks with widths w, 2w,
 * 4w, global average pooling. Source: He et al. 2016, section 4.2, where the shortcuts are option A (zero-pad).
 */
@KnownAs(
        name = "resnet",
        key = "depth",
        values = {8, 14, 20, 32, 44, 56, 110})
@JsonTypeName("cifar-resnet")
@Origin(formula = "depth = 6n + 2", source = "He et al. 2016, section 4.2")
public record CifarResNet(
        @Setting(min = 8, max = 10000, meaning = "weight layers, 6n + 2 for n blocks a stage")
        int depth,

        @Setting(defaultValue = "16", min = 1, max = 16384, meaning = "channels w of the first stage")
        int width,

        @Setting(defaultValue = "\"zero-pad\"", meaning = Preset.SHORTCUT)
        Shortcut shortcut)
        implements Preset {
    public CifarResNet {
        requireDepth(depth);
    }

    static void requireDepth(int depth) {
        if (depth < 8 || depth % 6 != 2) {
            throw new BadInputException(Message.of("graph.depthOfResNet", depth));
        }
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        return ResidualStages.after(
                        new SequentialGraph().then("stem", new ConvNormActivation(width, 3, 1, activation)),
                        width,
                        Collections.nCopies(3, (depth - 2) / 6),
                        (channels, stride) -> new BasicBlock(channels, stride, shortcut, activation))
                .then("pool", new GlobalAveragePool())
                .head(head);
    }
}
