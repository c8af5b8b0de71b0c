package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * A plain stack without batch normalization or shortcuts, which only a good initialization can train: one convolution of
 * w channels, max pool, four of 2w, max pool, d − 8 of 4w, global average pool, two hidden linear layers of 4w, the
 * head's linear layer; d weight layers, each with a bias and each but the last activated. Source: the MPELU paper's
 * 30-layer ImageNet network (w = 64: 64, 4 × 128, 22 × 256 channels, three linear layers) after He, Sun 2015, "CNN at
 * constrained time cost", made to fit 32×32 images: 3×3 convolutions with padding for its 7×7 of stride 2 and 2×2 ones, 2×2
 * pools, a global average for the pyramid pool, hidden layers of 4w for those of 4096, no dropout.
 */
@KnownAs(
        name = "plain",
        key = "depth",
        values = {30})
@JsonTypeName("plain")
@Origin(source = "Li, Fan, Li, Wu, Ming 2018")
public record Plain(
        @Setting(min = 9, max = 1000, meaning = "weight layers d")
        int depth,

        @Setting(
                defaultValue = "16",
                min = 1,
                max = 4096,
                meaning = "channels w of the first convolution; 64 in the paper")
        int width)
        implements Preset {
    private static final int NARROW = 5;
    private static final int LINEAR = 3;

    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        SequentialGraph graph = new SequentialGraph();
        ActivationLayer response = new ActivationLayer(activation);
        for (int i = 1; i <= depth - LINEAR; i++) {
            int channels = i == 1 ? width : i <= NARROW ? 2 * width : 4 * width;
            graph.then("conv" + i, new Conv2d(channels, 3, 1, 1, 1, 1, true)).then("activation" + i, response);
            if (i == 1 || i == NARROW) {
                graph.then("pool" + i, new MaxPool(2, 2, 0));
            }
        }
        return graph.then("pool", new GlobalAveragePool())
                .then("linear1", new Linear(4 * width, true))
                .then("activation" + (depth - 2), response)
                .then("linear2", new Linear(4 * width, true))
                .then("activation" + (depth - 1), response)
                .head(head);
    }
}
