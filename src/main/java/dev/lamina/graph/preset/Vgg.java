package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.VggStage;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * VGG with batch normalization for small images: five stages of widths w, 2w, 4w, 8w, 8w, each ending in a max pool, then
 * the head's one linear layer. Needs images of at least 32×32; of larger ones the last plane is averaged.
 * Source: Simonyan, Zisserman 2015, table 1, columns A, B, D and E, without the two hidden linear layers.
 */
@KnownAs(
        name = "vgg",
        key = "depth",
        values = {11, 13, 16, 19})
@JsonTypeName("vgg")
@Origin(source = "Simonyan, Zisserman 2015, table 1")
public record Vgg(
        @Setting(meaning = "weight layers as VGG counts them: 11, 13, 16 or 19")
        int depth,

        @Setting(defaultValue = "64", min = 1, max = 8192, meaning = "channels w of the first stage")
        int width)
        implements Preset {
    /** Convolutions of each stage by depth. */
    private static final Map<Integer, List<Integer>> CONVOLUTIONS = Map.of(
            11, List.of(1, 1, 2, 2, 2),
            13, List.of(2, 2, 2, 2, 2),
            16, List.of(2, 2, 3, 3, 3),
            19, List.of(2, 2, 4, 4, 4));

    public Vgg {
        if (!CONVOLUTIONS.containsKey(depth)) {
            throw new BadInputException(Message.of("graph.depthOfVgg", depth, new TreeMap<>(CONVOLUTIONS).keySet()));
        }
    }

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        SequentialGraph graph = new SequentialGraph();
        List<Integer> convolutions = CONVOLUTIONS.getOrDefault(depth, List.of());
        for (int stage = 1; stage <= convolutions.size(); stage++) {
            int channels = width << Math.min(stage - 1, 3);
            graph.then("stage" + stage, new VggStage(channels, convolutions.get(stage - 1), activation));
        }
        return graph.then("pool", new GlobalAveragePool()).head(head);
    }
}
