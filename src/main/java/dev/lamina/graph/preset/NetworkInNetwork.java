package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.setting.KnownAs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * Network in network for 32×32 images: three convolutions (5×5, 5×5, 3×3), each followed by 1×1 convolutions (mlpconv),
 * every one activated; a 3×3 max pool, a 3×3 average pool, dropout after each; no batch normalization. Source: Lin et al.
 * 2014 with the widths of the authors' CIFAR-10 network (192-160-96, 192-192-192, 192-192-K), which the MPELU paper
 * trains. We leave out the activation of the K class maps, so that the last 1×1 convolution and the global average pool
 * after it are the head's linear layer behind the pool; and pad both pools by 1, for 16×16 and 8×8 planes.
 */
@KnownAs(name = "nin")
@JsonTypeName("network-in-network")
@Origin(source = "Lin, Chen, Yan 2014")
public record NetworkInNetwork(
        @Setting(defaultValue = "192", min = 2, max = 16384, meaning = "channels w of the k×k convolutions")
        int width,

        @Setting(
                defaultValue = "0.5",
                min = 0,
                max = 1,
                maxExclusive = true,
                meaning = "probability that an element is dropped after each of the two pools")
        double dropout)
        implements Preset {
    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        var builder = new Builder(new SequentialGraph(), new ActivationLayer(activation));
        builder.convolution("conv1", width, 5).convolution("cccp1", width * 5 / 6, 1);
        builder.convolution("cccp2", width / 2, 1).graph.then("pool1", new MaxPool(3, 2, 1));
        builder.graph.then("dropout1", new Dropout(dropout));
        builder.convolution("conv2", width, 5).convolution("cccp3", width, 1);
        builder.convolution("cccp4", width, 1).graph.then("pool2", new AveragePool(3, 2, 1));
        builder.graph.then("dropout2", new Dropout(dropout));
        builder.convolution("conv3", width, 3).convolution("cccp5", width, 1);
        return builder.graph.then("pool3", new GlobalAveragePool()).head(head);
    }

    /** Convolutions with bias that keep the plane, each activated. */
    private record Builder(SequentialGraph graph, ActivationLayer response) {
        Builder convolution(String name, int outputChannels, int kernelSize) {
            graph.then(name, new Conv2d(outputChannels, kernelSize, 1, kernelSize / 2, 1, 1, true))
                    .then(name + "-response", response);
            return this;
        }
    }
}
