package dev.lamina.graph.preset;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * LeNet-5: two 5×5 convolutions with w and 8w/3 channels (rounded down), each pooled, then linear layers of 120 and 84
 * and the head's. Source: LeCun et al. 1998, figure 2, where the 28×28 digits are padded to 32×32; we pad in the first
 * convolution, pool by maximum instead of trained subsampling and connect all maps of the second convolution.
 */
@JsonTypeName("lenet5")
@Origin(source = "LeCun et al. 1998, figure 2")
public record LeNet5(
        @Setting(defaultValue = "6", min = 1, max = 16384, meaning = "channels w of the first convolution")
        int width) implements Preset {
    @Override
    public NetworkGraph graph(Activation activation, Head head) {
        ActivationLayer response = new ActivationLayer(activation);
        int secondWidth = Math.max(1, width * 8 / 3);
        return new SequentialGraph()
                .then("conv1", new Conv2d(width, 5, 1, 2, 1, 1, true))
                .then("activation1", response)
                .then("pool1", new MaxPool(2, 2, 0))
                .then("conv2", new Conv2d(secondWidth, 5, 1, 0, 1, 1, true))
                .then("activation2", response)
                .then("pool2", new MaxPool(2, 2, 0))
                .then("flatten", new Flatten())
                .then("linear1", new Linear(120, true))
                .then("activation3", response)
                .then("linear2", new Linear(84, true))
                .then("activation4", response)
                .head(head);
    }
}
